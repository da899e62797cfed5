using GridMap.Core.Addresses.Matching;
using GridMap.Core.Addresses.Texts;
using GridMap.Core.Spatial;

namespace GridMap.Core.Addresses;

/// <summary>
/// The addresses and named places of one state, searched by what people type or say. Immutable and safe to share between
/// threads.
/// </summary>
/// <remarks>
/// A question is folded (width, case, traditional characters, numerals, marks), its numbers are read with what they number,
/// and the register's names are looked up in it, slips included. Numbers are compared exactly and by what they number: 302室
/// is never 402室, 3号楼 is not 3号. Names in any order, missing ones and remarks are allowed; a name of another district makes
/// the answer none.
/// </remarks>
public sealed class AddressIndex
{
    /// <summary>The longest text that is read.</summary>
    public const int LongestText = 200;

    private readonly Register register;
    private readonly NameTable names;
    private readonly PlaceTable places;
    private readonly Completions completions;

    private AddressIndex(Register register, PlaceTable places)
    {
        (this.register, this.places) = (register, places);
        names = register.Names.With(places.Names);
        completions = Completions.Build(names);
    }

    /// <summary>How many addresses there are.</summary>
    public int Count => register.Items.Length;

    /// <summary>Bytes that the index holds, the addresses themselves and the texts of names not counted.</summary>
    public long Bytes => register.Rows.Bytes + names.Bytes + completions.Bytes;

    /// <summary>Builds the index.</summary>
    /// <param name="addresses">The addresses; those with no position on earth are left out.</param>
    /// <param name="places">What else can be found by name.</param>
    public static AddressIndex Build(IReadOnlyList<Address> addresses, IReadOnlyList<NamedPlace> places) =>
        new(Register.Build(addresses), PlaceTable.Build(places));

    /// <summary>The same addresses with other places; takes as long as these.</summary>
    public AddressIndex WithPlaces(IReadOnlyList<NamedPlace> others) => new(register, PlaceTable.Build(others));

    /// <summary>Why a text cannot be an address, as a sentence; null when it can be looked for.</summary>
    public static string? FindFault(string text)
    {
        if (text.Length > LongestText)
        {
            return $"It has {text.Length} characters; an address has at most {LongestText}.";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return "It is empty.";
        }

        var control = text.AsSpan().IndexOfAnyInRange('\0', '\u001f') is >= 0 and var at ? at : text.IndexOf('\u007f');
        return control >= 0 && text[control] is not ('\t' or '\n' or '\r')
                ? $"It holds the control character U+{(int)text[control]:X4} at position {control + 1}."
            : AddressText.Read(text).Length == 0 ? "It has no letter and no digit."
            : null;
    }

    /// <summary>
    /// What somebody who has typed a text may be about to write: names that begin with it or hold it, and after a name the
    /// numbers that begin with what follows. For a text with a fault, none.
    /// </summary>
    /// <param name="text">The beginning or the middle of a name, or an address that is not finished.</param>
    /// <param name="limit">At most how many, 1 or more.</param>
    public IReadOnlyList<AddressCompletion> Complete(string text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return FindFault(text) is null ? new Completer(register, names, places, completions, limit).Complete(text) : [];
    }

    /// <summary>The nearest addresses of a point, nearest first, ties by source and id.</summary>
    /// <param name="point">The point.</param>
    /// <param name="limit">At most how many, 1 or more.</param>
    /// <param name="radiusMetres">Only those that are at most that far.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point is not on the globe.</exception>
    public IReadOnlyList<NearAddress> Nearest(LonLat point, int limit, double radiusMetres = double.PositiveInfinity) =>
        [.. register.Points.Nearest(point, limit, radiusMetres).Select(static n => new NearAddress(n.Address, n.Metres))];

    /// <summary>The places that a text may mean, the likeliest first; none where it fits nothing here.</summary>
    /// <param name="text">An address as people write or say it, a landmark, a code.</param>
    /// <param name="limit">At most how many, 1 or more.</param>
    /// <exception cref="ArgumentException">The text has a fault (see <see cref="FindFault"/>), or the limit is below 1.</exception>
    public IReadOnlyList<AddressHit> Search(string text, int limit)
    {
        if (FindFault(text) is { } fault)
        {
            throw new ArgumentException(fault, nameof(text));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var question = Question.Read(text, names, register.Texts);
        var found = CandidateSearch.Run(names, register.Rows, register.Texts, places, question);
        return new HitWriter(register.Items, names, register.Rows, places, question, found).List(limit);
    }
}
