using System.Runtime.InteropServices;

namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>
    /// Writes the words of a strip's cells. The owners of each cell's south-west corner are known from its western
    /// neighbour's: they change with each segment that the path between the two corners crosses.
    /// </summary>
    private sealed class CellClassifier(
        Raster raster, Rows rows, TouchingSegments touching, BorderSegment[] segments, uint[] cells)
    {
        // A list is read faster than a division, whose 260 bytes it also saves.
        private const int MaxList = 4;

        private readonly List<uint> details = [];

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
                var list = touching.In(first + column);
                if (list.IsEmpty && owners.Count <= 1)
                {
                    words[column] = (uint)owners.Lowest;
                    continue;
                }

                words[column] = Classify(list, owners.Items, new Box(x, y, width, height));
                Follow(list, x, y, x + width, y, ref owners);
            }
        }

        private void Follow(ReadOnlySpan<int> list, long px, long py, long qx, long qy, ref OwnerSet owners)
        {
            foreach (var place in list)
            {
                ref var segment = ref segments[place];
                if (segment.IsCrossedBy(px, py, qx, qy))
                {
                    owners.Toggle(segment.Left);
                    owners.Toggle(segment.Right);
                }
            }
        }

        private uint Classify(ReadOnlySpan<int> list, ReadOnlySpan<int> owners, Box box)
        {
            if (list.IsEmpty && owners.Length <= 1)
            {
                return owners.IsEmpty ? 0 : (uint)owners[0];
            }

            // One owner at the corner, and the one that the segments say: then no leaf overlaps here.
            var owner = owners.IsEmpty ? 0 : owners[0];
            if (list.Length == 1 && owners.Length <= 1 && segments[list[0]].OwnerOf(box.X, box.Y) == owner)
            {
                return (TagSegment << TagShift) | (uint)list[0];
            }

            if (list.Length == 2 && owners.Length <= 1 && IsCorner(list) && OwnerAtCorner(segments, list[0], box) == owner)
            {
                return (TagCorner << TagShift) | (uint)list[0];
            }

            return (TagDetail << TagShift) | (list.Length > MaxList && box.CanDivide
                ? AddDivision(list, owners, box)
                : AddList(list, owners));
        }

        private bool IsCorner(ReadOnlySpan<int> list)
        {
            ref var first = ref segments[list[0]];
            ref var second = ref segments[list[1]];
            return list[1] == list[0] + 1 && first.Left == second.Left && first.Right == second.Right
                && first.EndX == second.StartX && first.EndY == second.StartY && first.TurnTo(second) != 0;
        }

        private uint AddList(ReadOnlySpan<int> list, ReadOnlySpan<int> owners)
        {
            var place = (uint)details.Count;
            details.Add((uint)owners.Length);
            details.Add((uint)list.Length);
            details.AddRange(MemoryMarshal.Cast<int, uint>(owners));
            details.AddRange(MemoryMarshal.Cast<int, uint>(list));
            return place;
        }

        private uint AddDivision(ReadOnlySpan<int> list, ReadOnlySpan<int> corner, Box box)
        {
            var place = details.Count;
            CollectionsMarshal.SetCount(details, place + 1 + DivisionCells);
            details[place] = DivisionHeader;
            var west = new OwnerSet(stackalloc int[OwnerSet.Room]);
            var owners = new OwnerSet(stackalloc int[OwnerSet.Room]);
            west.Reset(corner);
            for (var row = 0; row < 1 << DivisionShift; row++)
            {
                owners.Reset(west.Items);
                for (var column = 0; column < 1 << DivisionShift; column++)
                {
                    var part = box.Part(column, row);
                    var touched = TouchedIn(list, part);
                    details[place + 1 + (row << DivisionShift) + column] = Classify(touched, owners.Items, part);
                    Follow(touched, part.X, part.Y, part.X + part.Width, part.Y, ref owners);
                }

                var start = box.Part(0, row);
                Follow(list, start.X, start.Y, start.X, start.Y + start.Height, ref west);
            }

            return (uint)place;
        }

        private int[] TouchedIn(ReadOnlySpan<int> list, Box box)
        {
            var touched = new List<int>(MaxList);
            foreach (var place in list)
            {
                if (segments[place].Touches(box.X, box.Y, box.X + box.Width, box.Y + box.Height))
                {
                    touched.Add(place);
                }
            }

            return [.. touched];
        }

        private static int OwnerAtCorner(BorderSegment[] segments, int place, Box box)
        {
            ref var first = ref segments[place];
            return CornerHasOnLeft(first, segments[place + 1], box.X, box.Y) ? first.Left : first.Right;
        }
    }

    private readonly record struct Box(long X, long Y, long Width, long Height)
    {
        public bool CanDivide => Width >= 1 << DivisionShift && Height >= 1 << DivisionShift;

        public Box Part(int column, int row)
        {
            var (width, height) = (Width >> DivisionShift, Height >> DivisionShift);
            return new Box(X + (column * width), Y + (row * height), width, height);
        }
    }
}
