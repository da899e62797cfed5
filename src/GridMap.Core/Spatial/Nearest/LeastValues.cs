namespace GridMap.Core.Spatial.Nearest;

/// <summary>The least of many values, as many as were asked for: a heap with the greatest of them on top.</summary>
internal sealed class LeastValues
{
    private double[] values = new double[16];
    private int limit;
    private int count;

    /// <summary>Whether there are as many as were asked for.</summary>
    public bool IsFull => count == limit;

    /// <summary>The greatest of the least ones; infinite while they are not <see cref="IsFull"/>.</summary>
    public double Greatest => IsFull ? values[0] : double.PositiveInfinity;

    /// <summary>Starts again.</summary>
    public void Clear(int newLimit) => (limit, count) = (newLimit, 0);

    /// <summary>Takes a value in where it is one of the least.</summary>
    public void Offer(double value)
    {
        if (count < limit)
        {
            if (count == values.Length)
            {
                Array.Resize(ref values, 2 * count);
            }

            SiftUp(count++, value);
        }
        else if (value < values[0])
        {
            SiftDown(value);
        }
    }

    private void SiftUp(int at, double value)
    {
        while (at > 0 && values[(at - 1) / 2] < value)
        {
            values[at] = values[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        values[at] = value;
    }

    /// <summary>Puts a value in place of the one on top.</summary>
    private void SiftDown(double value)
    {
        var at = 0;
        for (var child = 1; child < count; child = (2 * at) + 1)
        {
            if (child + 1 < count && values[child + 1] > values[child])
            {
                child++;
            }

            if (values[child] <= value)
            {
                break;
            }

            values[at] = values[child];
            at = child;
        }

        values[at] = value;
    }
}
