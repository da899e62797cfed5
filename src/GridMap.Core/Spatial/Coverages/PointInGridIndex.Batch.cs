using System.Runtime.CompilerServices;

namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    private const int BatchBlock = 128;

    /// <summary>The leaf of each of many points; several times faster than one by one where memory is slow.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    [SkipLocalsInit]
    public void Find(ReadOnlySpan<LatticePoint> points, Span<int> leaves)
    {
        if (points.Length != leaves.Length)
        {
            throw new ArgumentException("There must be as many places for leaves as points.", nameof(leaves));
        }

        var block = new Block(
            stackalloc long[BatchBlock], stackalloc uint[BatchBlock], stackalloc int[BatchBlock], stackalloc int[BatchBlock]);
        for (var start = 0; start < points.Length; start += BatchBlock)
        {
            var count = Math.Min(BatchBlock, points.Length - start);
            FindBlock(points.Slice(start, count), leaves.Slice(start, count), block);
        }
    }

    // Each pass asks memory for what the next one reads. Points in like cells are worked through together, so that the
    // processor seldom has to guess what comes next.
    private void FindBlock(ReadOnlySpan<LatticePoint> points, Span<int> leaves, Block block)
    {
        for (var i = 0; i < points.Length; i++)
        {
            var (dx, dy) = FromOrigin(points[i]);
            var cell = (ulong)dx < width && (ulong)dy < height ? CellOf(dx, dy) : CellOutside;
            block.Cells[i] = cell;
            Memory.Prefetch(in CellRef(cell));
        }

        var (chains, others) = (0, 0);
        for (var i = 0; i < points.Length; i++)
        {
            var word = CellRef(block.Cells[i]);
            leaves[i] = (int)word - 1;
            block.Words[i] = word;
            block.Chains[chains] = i;
            chains += IsChain(word) ? 1 : 0;
            block.Others[others] = i;
            others += word >> TagShift == TagDetail ? 1 : 0;
        }

        PrefetchChains(block.Words, block.Chains[..chains]);
        foreach (var i in block.Others[..others])
        {
            Memory.Prefetch(in details[block.Words[i] & ValueMask]);
        }

        foreach (var i in block.Chains[..chains])
        {
            var (dx, dy) = FromOrigin(points[i]);
            leaves[i] = OwnerBeside(block.Words[i], dx, dy, shiftX, shiftY) - 1;
        }

        foreach (var i in block.Others[..others])
        {
            var (dx, dy) = FromOrigin(points[i]);
            leaves[i] = OwnerInDetail(block.Words[i], dx, dy) - 1;
        }
    }

    private void PrefetchChains(ReadOnlySpan<uint> words, ReadOnlySpan<int> chains)
    {
        foreach (var i in chains)
        {
            borders.PrefetchAt((int)(words[i] & ValueMask));
        }
    }

    /// <summary>
    /// Room for a block of a batch: the cell of each point and its word, and which points are in a cell with a chain or
    /// with more.
    /// </summary>
    private readonly ref struct Block(Span<long> cells, Span<uint> words, Span<int> chains, Span<int> others)
    {
        public readonly Span<long> Cells = cells;
        public readonly Span<uint> Words = words;
        public readonly Span<int> Chains = chains;
        public readonly Span<int> Others = others;
    }
}
