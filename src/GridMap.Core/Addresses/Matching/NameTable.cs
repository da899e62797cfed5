using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>How a name is listed under a hash.</summary>
internal enum ListedAs
{
    /// <summary>The whole name.</summary>
    Whole,

    /// <summary>Its core alone, without the word that says what it is.</summary>
    Core,

    /// <summary>A variant of its core; the hash is salted with the word after it.</summary>
    CoreVariant,

    /// <summary>A variant of the whole name.</summary>
    WholeVariant,
}

/// <summary>The names of all levels, each once for its level, and where to find them by hash. Immutable.</summary>
internal sealed class NameTable
{
    /// <summary>Salts the variants of whole names.</summary>
    public const ulong WholeSalt = 3;

    private readonly Name[] names;
    private readonly HashTable table;
    private readonly NameTable? more;

    private NameTable(
        Name[] names, HashTable table, Dictionary<string, int> suffixes, bool hasPostcodes, NameTable? more = null) =>
        (this.names, this.table, Suffixes, HasPostcodes, this.more, LongestKey) = (
            names, table, suffixes, hasPostcodes, more,
            Math.Max(names.Length == 0 ? 0 : names.Max(static n => n.Form.Key.Length), more?.LongestKey ?? 0));

    /// <summary>Whether any of them is a postcode.</summary>
    public bool HasPostcodes { get; }

    /// <summary>The length of the longest folded name.</summary>
    public int LongestKey { get; }

    /// <summary>How many names there are.</summary>
    public int Count => names.Length + (more?.Count ?? 0);

    /// <summary>How many names of its own it has: those of the other table are numbered from there.</summary>
    public int OwnCount => names.Length;

    /// <summary>The words after cores that occur, with a number for each.</summary>
    public Dictionary<string, int> Suffixes { get; }

    /// <summary>Bytes that the tables hold, the texts not counted.</summary>
    public long Bytes => table.Bytes + (names.LongLength * 40) + (more?.Bytes ?? 0);

    /// <summary>A name by its number.</summary>
    public ref readonly Name this[int name] => ref name < names.Length ? ref names[name] : ref more![name - names.Length];

    /// <summary>What is listed under a hash: number × 4 + <see cref="ListedAs"/>; names of its own alone.</summary>
    public ReadOnlySpan<int> Find(ulong hash) => table.Find(hash);

    /// <summary>What the other table lists under a hash, by its own numbers; empty where there is no other.</summary>
    public ReadOnlySpan<int> FindMore(ulong hash) => more is null ? default : more.Find(hash);

    /// <summary>
    /// The same names with those of another table after them, which knows words after cores and postcodes of none of its own.
    /// </summary>
    public NameTable With(NameTable others) => new(names, table, Suffixes, HasPostcodes, others);

    /// <summary>The salt of a suffix.</summary>
    public static ulong SaltOf(int suffix) => (ulong)suffix + 16;

    /// <summary>How many slips a core or a name may have, by its length.</summary>
    public static int SlipsFor(bool isHan, int length) => isHan
        ? (length < 2 ? 0 : length < 5 ? 1 : 2)
        : length < 4 ? 0 : length < 7 ? 1 : length < 11 ? 2 : 3;

    /// <summary>A name of a level.</summary>
    /// <param name="Text">As the source writes it.</param>
    /// <param name="Form">Taken apart.</param>
    /// <param name="Level">What it names.</param>
    /// <param name="Target">The name that it is an alias of; else itself.</param>
    public readonly record struct Name(string Text, NameForm Form, NameLevel Level, int Target);

    /// <summary>Collects names.</summary>
    public sealed class Builder
    {
        private static readonly string[] AliasHeads =
            ["原名", "曾用名", "又名", "旧称", "旧名", "俗称", "别名", "又称", "也称", "原", "现", "aka", "formerly", "alias"];

        private readonly List<Name> names = [];
        private readonly Dictionary<(NameLevel, string), int> byText = [];
        private readonly Dictionary<(NameLevel, string), int> byKey = [];

        /// <summary>The number of a name, new or known; −1 for one without letters and digits. What stands in brackets is an alias.</summary>
        public int Add(NameLevel level, string text)
        {
            if (byText.TryGetValue((level, text), out var known))
            {
                return known;
            }

            var folded = AddressText.Read(text);
            var plain = folded.Remarks.Contains(true) ? OutsideBrackets(text) : text;
            if (plain.Length < text.Length)
            {
                folded = AddressText.Read(plain);
            }

            var name = AddFolded(level, plain.Trim(), folded);
            byText[(level, text)] = name;
            if (name >= 0 && plain.Length < text.Length && level is not NameLevel.Postcode)
            {
                AddAlias(name, InBrackets(text));
            }

            return name;
        }

        /// <summary>Another name for a name.</summary>
        public void AddAlias(int name, string alias)
        {
            foreach (var head in AliasHeads)
            {
                if (alias.StartsWith(head, StringComparison.OrdinalIgnoreCase) && alias.Length > head.Length + 1)
                {
                    alias = alias[head.Length..].TrimStart(' ', ':', '：', '.');
                    break;
                }
            }

            var level = names[name].Level;
            if (NameForm.Of(level, AddressText.Read(alias)) is { Key.Length: > 1 } form && form.Key != names[name].Form.Key)
            {
                names.Add(new Name(alias, form, level, name));
            }
        }

        /// <summary>The table.</summary>
        public NameTable Build()
        {
            var (hashes, values, suffixes) = (new List<ulong>(), new List<int>(), new Dictionary<string, int>());
            for (var name = 0; name < names.Count; name++)
            {
                foreach (var (hash, listed) in List(names[name], suffixes))
                {
                    hashes.Add(hash);
                    values.Add((name * 4) + (int)listed);
                }
            }

            return new NameTable(
                [.. names], HashTable.Build(hashes, values), suffixes, names.Exists(static n => n.Level == NameLevel.Postcode));
        }

        private static List<(ulong Hash, ListedAs As)> List(Name name, Dictionary<string, int> suffixes)
        {
            var form = name.Form;
            var listed = new List<(ulong, ListedAs)> { (Variants.HashOf(form.Key), ListedAs.Whole) };
            if (name.Level == NameLevel.Postcode)
            {
                return listed;
            }

            var isHan = form.IsHan;
            var core = form.Core;
            if (core.Length < form.Key.Length)
            {
                listed.Add((Variants.HashOf(core), ListedAs.Core));
            }

            if (isHan && form.Tail > 0)
            {
                var suffix = form.Suffix.ToString();
                suffixes.TryAdd(suffix, suffixes.Count);
                AddVariants(core, SlipsFor(true, core.Length), SaltOf(suffixes[suffix]), ListedAs.CoreVariant);
            }

            var whole = isHan && form.Tail > 0 ? (core.Length >= 3 ? core : default) : form.Key.AsSpan();
            if (SlipsFor(isHan, whole.Length) is > 0 and var slips && whole.Length > 2)
            {
                AddVariants(whole, isHan ? Math.Min(slips, whole.Length > 5 ? 2 : 1) : Math.Min(slips, 2), WholeSalt, ListedAs.WholeVariant);
            }

            return listed;

            void AddVariants(ReadOnlySpan<char> text, int slips, ulong salt, ListedAs listedAs)
            {
                Span<ulong> hashes = stackalloc ulong[64];
                foreach (var hash in hashes[..Variants.List(text, slips, salt, hashes)])
                {
                    listed.Add((hash, listedAs));
                }
            }
        }

        private int AddFolded(NameLevel level, string text, AddressText folded)
        {
            if (NameForm.Of(level, folded) is not { } form)
            {
                return -1;
            }

            if (!byKey.TryGetValue((level, form.Key), out var name))
            {
                byKey[(level, form.Key)] = name = names.Count;
                names.Add(new Name(text, form, level, name));
            }

            return name;
        }

        private static string OutsideBrackets(string text)
        {
            var open = text.AsSpan().IndexOfAny("(（[【〔");
            var close = text.AsSpan().LastIndexOfAny(")）]】〕");
            return open < 0 ? text : text[..open] + (close > open ? text[(close + 1)..] : "");
        }

        private static string InBrackets(string text)
        {
            var open = text.AsSpan().IndexOfAny("(（[【〔");
            var close = text.AsSpan().LastIndexOfAny(")）]】〕");
            return open < 0 ? "" : text[(open + 1)..(close > open ? close : text.Length)];
        }
    }
}
