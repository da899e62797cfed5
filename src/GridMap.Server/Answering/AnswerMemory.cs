using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace GridMap.Server.Answering;

/// <summary>
/// The memory that Kestrel puts what it sends and receives into, in blocks that hold a whole usual answer: an answer in one
/// block is sent in one piece, without a list of pieces and a handle for each.
/// </summary>
internal sealed class AnswerMemory : IMemoryPoolFactory<byte>
{
    /// <summary>Ten parking places with their terms, and the headers before them.</summary>
    public const int BlockSize = 1 << 14;

    // Of each pool, of which Kestrel has one for each of its queues: 4 MB, which stay. What a crowd needed beyond is left to
    // the garbage collector.
    private const int MostKept = 256;

    /// <inheritdoc/>
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        private readonly Lock taking = new();
        private readonly Stack<Block> blocks = new(MostKept);

        public override int MaxBufferSize => BlockSize;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
            lock (taking)
            {
                if (blocks.TryPop(out var kept))
                {
                    kept.IsLent = true;
                    return kept;
                }
            }

            return new Block(this);
        }

        public void Return(Block block)
        {
            lock (taking)
            {
                // Given back twice, it would be lent to two connections.
                if (block.IsLent && blocks.Count < MostKept)
                {
                    blocks.Push(block);
                }

                block.IsLent = false;
            }
        }

        protected override void Dispose(bool disposing)
        {
        }
    }

    /// <summary>Bytes that the garbage collector does not move.</summary>
    private sealed class Block(Pool pool) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } = MemoryMarshal.CreateFromPinnedArray(
            GC.AllocateUninitializedArray<byte>(BlockSize, pinned: true), 0, BlockSize);

        public bool IsLent { get; set; } = true;

        public void Dispose() => pool.Return(this);
    }
}
