using System.Buffers;
using System.Net;
using System.Text;
using GridMap.Data.Answers;
using GridMap.Server.Answering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridMap.Server.Tests;

public sealed class AnswerMemoryTests(TownServer town) : IClassFixture<TownServer>
{
    [Fact]
    public void The_server_takes_its_memory_from_it() =>
        Assert.IsType<AnswerMemory>(town.Services.GetRequiredService<IMemoryPoolFactory<byte>>());

    [Fact]
    public void All_blocks_hold_a_usual_answer_and_the_last_used_comes_first()
    {
        using var pool = new AnswerMemory().Create();
        Assert.Equal(AnswerMemory.BlockSize, pool.MaxBufferSize);
        var (first, second) = (pool.Rent(), pool.Rent(4096));
        Assert.NotSame(first, second);
        Assert.Equal((AnswerMemory.BlockSize, AnswerMemory.BlockSize), (first.Memory.Length, second.Memory.Length));
        first.Dispose();
        second.Dispose();
        Assert.Same(second, pool.Rent());
        Assert.Same(first, pool.Rent(AnswerMemory.BlockSize));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Rent(AnswerMemory.BlockSize + 1));
    }

    [Fact]
    public void A_block_that_is_given_back_twice_is_lent_once()
    {
        using var pool = new AnswerMemory().Create();
        var block = pool.Rent();
        block.Dispose();
        block.Dispose();
        Assert.Same(block, pool.Rent());
        Assert.NotSame(block, pool.Rent());
    }

    [Fact]
    public async Task More_blocks_than_are_kept_can_be_lent_by_many_threads()
    {
        using var pool = new AnswerMemory().Create();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var round = 0; round < 5; round++)
            {
                var lent = Enumerable.Range(0, 150).Select(_ => pool.Rent()).ToList();
                lent.ForEach(block => block.Memory.Span.Fill((byte)thread));
                Assert.All(lent, block => Assert.False(block.Memory.Span.ContainsAnyExcept((byte)thread)));
                lent.ForEach(static block => block.Dispose());
            }
        })));
    }

    [Fact]
    public async Task Answers_of_any_size_come_whole_through_a_socket()
    {
        var memory = new Counting();
        await using var app = await StartAsync(memory, static _ => { });
        using var client = ClientOf(app);

        // Headers take some 150 bytes of the first block.
        int[] lengths =
        [
            0, 4_000, 10_000, .. Enumerable.Range(0, 60).Select(static i => AnswerMemory.BlockSize - 300 + (i * 10)),
            2 * AnswerMemory.BlockSize, 200_000, 3_000_000,
        ];
        foreach (var length in lengths)
        {
            var response = await client.GetAsync($"/{length}", TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(Encoding.UTF8.GetByteCount(body), response.Content.Headers.ContentLength);
            Assert.Equal(AnswerJson.Write(Answer(length)), body);
        }

        Assert.True(memory.Pools > 0);
    }

    [Fact]
    public async Task A_client_that_takes_a_large_answer_slowly_gets_all_of_it()
    {
        // More than the system keeps between both; and so much a second it must take, after so long.
        const int Length = 30_000_000;
        await using var app = await StartAsync(
            new AnswerMemory(), static k => k.Limits.MinResponseDataRate = new(240, TimeSpan.FromSeconds(1.1)));
        using var client = ClientOf(app);
        using var response = await client.GetAsync(
            $"/{Length}", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(response.Content.Headers.ContentLength, body.Length);
    }

    private static async Task<WebApplication> StartAsync(IMemoryPoolFactory<byte> memory, Action<KestrelServerOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(configure);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(memory);
        var app = builder.Build();
        app.MapGet("/{length:int}", static (int length) => new AnswerBody<LocateJson>(
            Answer(length), static (buffer, answer) => buffer.Json(answer), "application/json"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static HttpClient ClientOf(WebApplication app) => new()
    {
        BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
    };

    private sealed class Counting : IMemoryPoolFactory<byte>
    {
        public int Pools { get; private set; }

        public MemoryPool<byte> Create(MemoryPoolOptions? options = null)
        {
            Pools++;
            return new AnswerMemory().Create(options);
        }
    }

    private static LocateJson Answer(int length) => new(new string('槐', length / 3), new PointJson(119.1, 36.7), []);
}
