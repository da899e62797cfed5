using System.Runtime.InteropServices;

namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>
    /// Writes the words of a strip's cells. The owners of each cell's south-west corner are known from its western
    /// neighbour's: they change with each segment that the path between the two corners crosses.
    /// </summary>
    private sealed class CellClassifier(
        Raster raster, Rows rows, TouchingSegments touching, Borders borders, uint[] cells, int maxList)
    {
        // No chain has that word: a cell without one is said so.
        private const uint NoChain = 0;

        // Real borders need about one at most. What needs more is no tessellation, and is found through longer lists.
        private const long MostWordsPerTouch = 8;

        private readonly List<uint> details = [];
        private readonly List<int> touched = [];

        // The last list without segments, and its owners.
        private (uint Place, int[] Owners) sharedList = (0, []);

        /// <summary>Writes the words, and answers the details that they refer to.</summary>
        public List<uint> Classify()
        {
            for (var row = rows.From; row < rows.To; row++)
            {
                ClassifyRow(row);
            }

            return details;
        }

        private void ClassifyRow(int row)
        {
            var owners = new OwnerSet(stackalloc int[OwnerSet.Room]);
            var (width, height) = (1L << raster.ShiftX, 1L << raster.ShiftY);
            var (x, y) = (raster.OriginX, raster.OriginY + ((long)row << raster.ShiftY));
            var words = cells.AsSpan(row * raster.Columns, raster.Columns);
            var first = (row - rows.From) * raster.Columns;
            for (var column = 0; column < words.Length; column++, x += width)
            {
                if (!touching.HasAny(first + column) && owners.Count <= 1)
                {
                    words[column] = (uint)owners.Lowest;
                    continue;
                }

                var box = new Box(x, y, width, height);
                if (touching.TryTakeRun(first + column, out var from, out var to)
                    && FindChain(from, to, owners.Items, box) is var chain && chain != NoChain)
                {
                    words[column] = chain;
                    FollowChain(chain, new CornerPath(x + width, y, width, 0), ref owners);
                    continue;
                }

                touching.Take(first + column, touched);
                var list = CollectionsMarshal.AsSpan(touched);
                words[column] = Classify(list, owners.Items, box);
                Follow(list, x, y, x + width, y, ref owners);
            }
        }

        private void FollowChain(uint chain, CornerPath path, ref OwnerSet owners)
        {
            var place = (int)(chain & ValueMask);
            if (BorderChain.IsCrossedOddly(in borders.VertexAt(place), LengthOf(chain), path))
            {
                var sides = borders.SidesOf(place);
                owners.Toggle(sides.Left);
                owners.Toggle(sides.Right);
            }
        }

        private void Follow(ReadOnlySpan<int> list, long px, long py, long qx, long qy, ref OwnerSet owners)
        {
            foreach (var place in list)
            {
                if (borders.SegmentAt(place).IsCrossedBy(px, py, qx, qy))
                {
                    var sides = borders.SidesOf(place);
                    owners.Toggle(sides.Left);
                    owners.Toggle(sides.Right);
                }
            }
        }

        private uint Classify(ReadOnlySpan<int> list, ReadOnlySpan<int> owners, Box box)
        {
            if (list.IsEmpty && owners.Length <= 1)
            {
                return owners.IsEmpty ? 0 : (uint)owners[0];
            }

            if (!list.IsEmpty && FindChain(list[0], list[^1], owners, box) is var chain && chain != NoChain)
            {
                return chain;
            }

            return (TagDetail << TagShift) | (
                list.Length > maxList && TryAddDivision(list, owners, box, out var division) ? division
                : AddList(list, owners, box));
        }

        // The word of a cell that segments of one arc pass and nothing else; those between the first and the last that do
        // not pass it do no harm. One owner at the corner, and beside the arc: then no leaf overlaps here.
        private uint FindChain(int first, int last, ReadOnlySpan<int> owners, in Box box)
        {
            if (owners.Length > 1 || !borders.AreInOneChain(first, last) || !IsInReach(first, last, box))
            {
                return NoChain;
            }

            var owner = owners.IsEmpty ? 0 : owners[0];
            var sides = borders.SidesOf(first);
            return sides.Left != owner && sides.Right != owner ? NoChain
                : ((TagChain + (uint)(last - first) + (sides.Left == owner ? CornerLeftOfChain : 0)) << TagShift) | (uint)first;
        }

        // All that a lookup reads, and that it reads within the array.
        private bool IsInReach(int first, int last, in Box box)
        {
            if (box.Width > BorderChain.Reach || box.Height > BorderChain.Reach
                || first + BorderChain.MaxSegments >= borders.Vertices.Length)
            {
                return false;
            }

            foreach (var (x, y) in borders.Vertices[first..(last + 2)])
            {
                if (Math.Abs(x - box.X) >= BorderChain.Reach || Math.Abs(y - box.Y) >= BorderChain.Reach)
                {
                    return false;
                }
            }

            return true;
        }

        private uint AddList(ReadOnlySpan<int> list, ReadOnlySpan<int> owners, Box box)
        {
            // Inside leaves that overlap, one cell after the other has the same owners.
            if (list.IsEmpty && owners.SequenceEqual(sharedList.Owners))
            {
                return sharedList.Place;
            }

            var place = (uint)details.Count;
            sharedList = list.IsEmpty ? (place, owners.ToArray()) : sharedList;
            details.Add((uint)owners.Length);
            details.Add((uint)list.Length);
            details.AddRange(MemoryMarshal.Cast<int, uint>(owners));
            foreach (var segment in list)
            {
                details.Add((uint)segment | (borders.SegmentAt(segment).HasOnLeft(box.X, box.Y) ? CornerOnLeft : 0));
            }

            return place;
        }

        private bool TryAddDivision(ReadOnlySpan<int> list, ReadOnlySpan<int> corner, Box box, out uint division)
        {
            division = 0;
            if (!box.CanDivide || details.Count > touching.Count * MostWordsPerTouch)
            {
                return false;
            }

            var within = new TouchedParts(list, box, borders);
            if (!within.AreWorthIt)
            {
                return false;
            }

            Span<uint> parts = stackalloc uint[Divisions.Parts];
            var west = new OwnerSet(stackalloc int[OwnerSet.Room]);
            var owners = new OwnerSet(stackalloc int[OwnerSet.Room]);
            west.Reset(corner);
            for (var row = 0; row < 1 << Divisions.Shift; row++)
            {
                owners.Reset(west.Items);
                for (var column = 0; column < 1 << Divisions.Shift; column++)
                {
                    var part = box.Part(column, row);
                    var touched = within[(row << Divisions.Shift) + column];
                    parts[(row << Divisions.Shift) + column] = Classify(touched, owners.Items, part);
                    Follow(touched, part.X, part.Y, part.X + part.Width, part.Y, ref owners);
                }

                var start = box.Part(0, row);
                Follow(list, start.X, start.Y, start.X, start.Y + start.Height, ref west);
            }

            division = Divisions.Add(details, parts);
            return true;
        }
    }
}
