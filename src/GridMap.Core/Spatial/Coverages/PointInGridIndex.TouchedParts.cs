namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>The segments that touch each of the 16 parts of a cell.</summary>
    private readonly struct TouchedParts
    {
        private readonly int[] places;
        private readonly int[] starts = new int[Divisions.Parts + 1];
        private readonly int whole;

        public TouchedParts(ReadOnlySpan<int> list, Box box, Borders borders)
        {
            whole = list.Length;
            places = new int[4 * whole];
            for (var i = 0; i < Divisions.Parts; i++)
            {
                var part = box.Part(i & ((1 << Divisions.Shift) - 1), i >> Divisions.Shift);
                var count = starts[i];
                foreach (var place in list)
                {
                    if (borders.SegmentAt(place).Touches(part.X, part.Y, part.X + part.Width, part.Y + part.Height))
                    {
                        if (count == places.Length)
                        {
                            Array.Resize(ref places, 2 * count);
                        }

                        places[count++] = place;
                    }
                }

                starts[i + 1] = count;
            }
        }

        public ReadOnlySpan<int> this[int part] => places.AsSpan(starts[part]..starts[part + 1]);

        /// <summary>
        /// Whether dividing tells the segments apart. Of borders that run along each other, nearer than a cell can be, each
        /// part that they pass has all, however often it is divided.
        /// </summary>
        public bool AreWorthIt => starts[^1] < 4 * whole || MostInPart <= whole * 3 / 4;

        private int MostInPart
        {
            get
            {
                var most = 0;
                for (var i = 0; i < Divisions.Parts; i++)
                {
                    most = Math.Max(most, starts[i + 1] - starts[i]);
                }

                return most;
            }
        }
    }

    private readonly record struct Box(long X, long Y, long Width, long Height)
    {
        public bool CanDivide => Width >= 1 << Divisions.Shift && Height >= 1 << Divisions.Shift;

        public Box Part(int column, int row)
        {
            var (width, height) = (Width >> Divisions.Shift, Height >> Divisions.Shift);
            return new Box(X + (column * width), Y + (row * height), width, height);
        }
    }
}
