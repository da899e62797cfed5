using System.Buffers;

namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>
    /// For each cell of a strip, numbered from its first, the segments that touch it: runs of segments that follow one
    /// another.
    /// </summary>
    private sealed class TouchingSegments : IDisposable
    {
        private readonly Lists lists;

        /// <param name="raster">The cells.</param>
        /// <param name="rows">The strip.</param>
        /// <param name="borders">The segments.</param>
        /// <param name="heads">
        /// Room for a word a cell, all 0: where its list begins. Of a cell that was looked at it may be written over.
        /// </param>
        /// <param name="start">Where the word of the strip's first cell is.</param>
        public TouchingSegments(Raster raster, Rows rows, Borders borders, uint[] heads, int start)
        {
            lists = new Lists(heads, start, LinksAtFirst(raster, rows, borders));

            // The last one put is the first of its list: from the back, so that a list ascends.
            for (var place = borders.Vertices.Length - 2; place >= 0; place--)
            {
                if (borders.HasSegmentAt(place))
                {
                    lists.Segment = place;
                    raster.Visit(borders.SegmentAt(place), rows, ref lists);
                }
            }
        }

        /// <summary>Gives the memory back; nothing can be asked any more.</summary>
        public void Dispose() => lists.GiveBack();

        // Somewhat more than a segment begins runs as a rule, so that the array seldom grows.
        private static int LinksAtFirst(Raster raster, Rows rows, Borders borders) =>
            16 + (int)(2L * borders.Vertices.Length * rows.Count / raster.RowCount);

        /// <summary>How often a segment touches a cell.</summary>
        public long Count => lists.Touches;

        public bool HasAny(int cell) => lists.Head(cell) != 0;

        /// <summary>The only run of a cell, first and last segment; false where there is another, or none.</summary>
        public bool TryTakeRun(int cell, out int first, out int last)
        {
            (first, last, var next) = lists.Links[lists.Head(cell)];
            return next == 0 && HasAny(cell);
        }

        /// <summary>The places of the segments that touch a cell, ascending.</summary>
        public void Take(int cell, List<int> places)
        {
            places.Clear();
            for (var link = lists.Head(cell); link != 0; link = lists.Links[link].Next)
            {
                for (var place = lists.Links[link].First; place <= lists.Links[link].Last; place++)
                {
                    places.Add(place);
                }
            }
        }

        /// <summary>Linked lists in one array; link 0 is the end.</summary>
        private struct Lists(uint[] heads, int start, int capacity) : ICellVisitor
        {
            public int Segment;
            private uint count = 1;

            public long Touches { get; private set; }

            public readonly ref uint Head(int cell) => ref heads[start + cell];

            public (int First, int Last, uint Next)[] Links { get; private set; } = RentLinks(capacity);

            public void Visit(int cell)
            {
                Touches++;
                ref var head = ref Head(cell);
                if (Links[head].First == Segment + 1)
                {
                    Links[head].First = Segment;
                    return;
                }

                if (count == Links.Length)
                {
                    var links = RentLinks(2 * Links.Length);
                    Links.CopyTo(links, 0);
                    GiveBack();
                    Links = links;
                }

                Links[count] = (Segment, Segment, head);
                head = count++;
            }

            public readonly void GiveBack() => ArrayPool<(int, int, uint)>.Shared.Return(Links);

            // What is rented holds what the one before left there; only the end of all lists is read before it is written.
            private static (int First, int Last, uint Next)[] RentLinks(int length)
            {
                var links = ArrayPool<(int, int, uint)>.Shared.Rent(length);
                links[0] = default;
                return links;
            }
        }
    }
}
