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
        private readonly List<uint> details = [];
        private readonly List<int> touched = [];

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

                touching.Take(first + column, touched);
                var list = CollectionsMarshal.AsSpan(touched);
                words[column] = Classify(list, owners.Items, new Box(x, y, width, height));
                Follow(list, x, y, x + width, y, ref owners);
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

            // One owner at the corner, and the one that the segments say: then no leaf overlaps here.
            var owner = owners.IsEmpty ? 0 : owners[0];
            if (list.Length == 1 && owners.Length <= 1 && OwnerBeside(TagSegment, list[0], box) == owner)
            {
                return (TagSegment << TagShift) | (uint)list[0];
            }

            if (list.Length == 2 && owners.Length <= 1 && borders.AreNeighbours(list[0], list[1]))
            {
                var turn = borders.SegmentAt(list[0]).TurnTo(borders.SegmentAt(list[1]));
                var tag = turn > 0 ? TagLeftTurn : TagRightTurn;
                if (turn != 0 && OwnerBeside(tag, list[0], box) == owner)
                {
                    return (tag << TagShift) | (uint)list[0];
                }
            }

            return (TagDetail << TagShift) | (list.Length > maxList && box.CanDivide
                ? AddDivision(list, owners, box)
                : AddList(list, owners, box));
        }

        private int OwnerBeside(uint tag, int place, Box box) =>
            PointInGridIndex.OwnerBeside(borders, tag, place, box.X, box.Y);

        private uint AddList(ReadOnlySpan<int> list, ReadOnlySpan<int> owners, Box box)
        {
            var place = (uint)details.Count;
            details.Add((uint)owners.Length);
            details.Add((uint)list.Length);
            details.AddRange(MemoryMarshal.Cast<int, uint>(owners));
            foreach (var segment in list)
            {
                details.Add((uint)segment | (borders.SegmentAt(segment).HasOnLeft(box.X, box.Y) ? CornerOnLeft : 0));
            }

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
            var room = new int[list.Length];
            for (var row = 0; row < 1 << DivisionShift; row++)
            {
                owners.Reset(west.Items);
                for (var column = 0; column < 1 << DivisionShift; column++)
                {
                    var part = box.Part(column, row);
                    var within = TouchedIn(list, part, room);
                    details[place + 1 + (row << DivisionShift) + column] = Classify(within, owners.Items, part);
                    Follow(within, part.X, part.Y, part.X + part.Width, part.Y, ref owners);
                }

                var start = box.Part(0, row);
                Follow(list, start.X, start.Y, start.X, start.Y + start.Height, ref west);
            }

            return (uint)place;
        }

        private ReadOnlySpan<int> TouchedIn(ReadOnlySpan<int> list, Box box, int[] room)
        {
            var count = 0;
            foreach (var place in list)
            {
                if (borders.SegmentAt(place).Touches(box.X, box.Y, box.X + box.Width, box.Y + box.Height))
                {
                    room[count++] = place;
                }
            }

            return room.AsSpan(0, count);
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
