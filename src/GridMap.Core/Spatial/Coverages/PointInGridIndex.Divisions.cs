using System.Runtime.CompilerServices;

namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>
    /// Divisions among the details: a header, then a byte for each of the 16 parts, then the words that bytes refer to. A
    /// part's byte says which of these is its word, or that it is a chain, and how far from the header's vertex it begins.
    /// </summary>
    /// <remarks>
    /// Few parts have a word that is no chain near the others, and many have the same one: a whole word for each would take
    /// more than twice as much. The few divisions of more than <see cref="MostWords"/> do have them.
    /// </remarks>
    private static class Divisions
    {
        /// <summary>Parts along a side are that power of two.</summary>
        public const int Shift = 2;

        /// <summary>How many parts there are.</summary>
        public const int Parts = 1 << (2 * Shift);

        // A header: its first bit, how many words follow the bytes (none: there are no bytes, and a word for each part), and
        // the vertex from which chains are counted.
        private const uint Flag = 1u << 31;
        private const int MostWords = 7;

        private const int CodesInWord = sizeof(uint);
        private const int CodeWords = Parts / CodesInWord;
        private const int BitsInCode = 8;

        // A code: how many vertices from the header's to the chain's first, then the last bits of its tag; or, above all
        // that, which word.
        private const int TagBits = 3;
        private const uint TagMask = (1 << TagBits) - 1;
        private const uint FarChain = (1 << (BitsInCode - TagBits)) - 1;
        private const uint FirstWord = FarChain << TagBits;

        /// <summary>Whether a detail, by its first word, is a division.</summary>
        public static bool IsDivision(uint header) => (header & Flag) != 0;

        /// <summary>The word of a part.</summary>
        /// <param name="details">All details.</param>
        /// <param name="place">Where the division begins.</param>
        /// <param name="part">The part, row by row from the south-west.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint WordOf(uint[] details, uint place, int part)
        {
            var header = details[place];
            if (WordsIn(header) == 0)
            {
                return details[place + 1 + part];
            }

            var codes = details[place + 1 + (part / CodesInWord)];
            var code = codes >> (part % CodesInWord * BitsInCode) & byte.MaxValue;
            return code < FirstWord
                ? ((TagChain | (code & TagMask)) << TagShift) + (header & ValueMask) + (code >> TagBits)
                : details[place + 1 + CodeWords + (code & TagMask)];
        }

        /// <summary>Adds a division, and answers where it begins.</summary>
        public static uint Add(List<uint> details, ReadOnlySpan<uint> parts)
        {
            var place = (uint)details.Count;
            Span<uint> words = stackalloc uint[MostWords];
            Span<uint> codes = stackalloc uint[CodeWords];
            codes.Clear();
            var (first, count) = (FirstVertex(parts), 0);
            for (var i = 0; i < parts.Length; i++)
            {
                if (!TryEncode(parts[i], first, words, ref count, out var code))
                {
                    details.Add(Flag);
                    details.AddRange(parts);
                    return place;
                }

                codes[i / CodesInWord] |= code << (i % CodesInWord * BitsInCode);
            }

            // A division of chains alone has a word that nobody refers to.
            count = Math.Max(1, count);
            details.Add(Flag | ((uint)count << TagShift) | first);
            details.AddRange(codes);
            details.AddRange(words[..count]);
            return place;
        }

        /// <summary>The words of a division that may refer to details, and how many words it has in all.</summary>
        public static Span<uint> References(Span<uint> division, out int length)
        {
            var words = WordsIn(division[0]);
            var from = 1 + (words == 0 ? 0 : CodeWords);
            length = from + (words == 0 ? Parts : words);
            return division[from..length];
        }

        private static int WordsIn(uint header) => (int)(header >> TagShift) & MostWords;

        private static uint FirstVertex(ReadOnlySpan<uint> parts)
        {
            var first = ValueMask;
            foreach (var word in parts)
            {
                first = IsChain(word) ? Math.Min(first, word & ValueMask) : first;
            }

            return first;
        }

        private static bool TryEncode(uint word, uint first, Span<uint> words, ref int count, out uint code)
        {
            if (IsChain(word) && (word & ValueMask) - first < FarChain)
            {
                code = (((word & ValueMask) - first) << TagBits) | (word >> TagShift & TagMask);
                return true;
            }

            var known = words[..count].IndexOf(word);
            if (known < 0 && count < words.Length)
            {
                words[known = count++] = word;
            }

            code = FirstWord | (uint)known;
            return known >= 0;
        }
    }
}
