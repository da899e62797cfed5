using GridMap.Core;
using GridMap.Core.History;
using GridMap.Data.Stores;
using static GridMap.Tests.Shared.Stores.Samples;

namespace GridMap.Tests.Shared.Stores;

public abstract partial class MapStoreContract
{
    private const int Items = 4;
    private const int Days = 12;

    /// <summary>How many random histories to play; a slow store may play fewer.</summary>
    protected virtual int Histories => 12;

    [Fact]
    public async Task Random_histories_are_those_of_a_stupid_table()
    {
        var store = await OpenAsync();
        for (var seed = 0; seed < Histories; seed++)
        {
            await PlayAsync(store, new Random(seed), firstId: 1 + (seed * Items), firstDay: Day.AddDays(100 * seed));
        }
    }

    [Fact]
    public async Task A_change_holds_from_its_date_and_the_past_stays()
    {
        var store = await OpenAsync();
        await PutAsync(store, "old", Day);
        await PutAsync(store, "new", Day.AddDays(10));

        Assert.Equal("none", await NamesAsync(store, Day.AddDays(-1)));
        Assert.Equal("old", await NamesAsync(store, Day.AddDays(9)));
        Assert.Equal("new", await NamesAsync(store, Day.AddDays(10)));
        Assert.Equal("old", await NamesAsync(store, Day.AddDays(10), asOf: 1));
        Assert.Equal("none", await NamesAsync(store, Day, asOf: 0));
        Assert.Equal(Day.AddDays(10), (await store.LoadAsync(Day, cancellation: Cancellation)).NextEffective);
    }

    [Fact]
    public async Task A_correction_of_the_past_is_known_from_its_revision_on()
    {
        var store = await OpenAsync();
        await PutAsync(store, "wrong", Day);
        await PutAsync(store, "right", Day);

        Assert.Equal("wrong", await NamesAsync(store, Day, asOf: 1));
        Assert.Equal("right", await NamesAsync(store, Day));
    }

    [Fact]
    public async Task A_change_before_a_scheduled_one_of_the_same_item_is_refused_by_name_and_date()
    {
        var store = await OpenAsync();
        await PutAsync(store, "now", Day);
        await PutAsync(store, "later", Day.AddDays(10));

        var refused = await Assert.ThrowsAsync<RevisionConflictException>(() => PutAsync(store, "between", Day.AddDays(5)));
        Assert.Equal(
            "The grid 'governance/code' has a version scheduled from 2026-12-02, after 2026-11-27: publish with effect "
            + "from 2026-12-02 or later.",
            refused.Message);
        Assert.Equal(2, await store.GetLastRevisionAsync(Cancellation));
    }

    [Fact]
    public async Task A_retired_item_leaves_its_past_and_can_come_back()
    {
        var store = await OpenAsync();
        await PutAsync(store, "first", Day);
        await store.PublishAsync(Changes(1, 10, Day.AddDays(2)) with { Grids = new([], [1]) }, Cancellation);
        await PutAsync(store, "again", Day.AddDays(4));

        Assert.Equal(
            "first first none none again",
            string.Join(' ', await Task.WhenAll(Enumerable.Range(0, 5).Select(d => NamesAsync(store, Day.AddDays(d))))));
    }

    [Fact]
    public async Task Retiring_what_is_not_in_force_is_refused()
    {
        var store = await OpenAsync();
        await PutAsync(store, "late", Day);
        var retire = Changes(1, 10, Day.AddDays(-1)) with { Persons = new([], [7]) };
        var refused = await Assert.ThrowsAsync<RevisionConflictException>(() => store.PublishAsync(retire, Cancellation));
        Assert.StartsWith("The person 7 is not in force on 2026-11-21", refused.Message);
    }

    [Fact]
    public async Task Codes_stay_used_when_a_grid_is_recoded_or_retired()
    {
        var store = await OpenAsync();
        await store.PublishAsync(Changes(0, 3) with { Grids = new([Grid(1, "a", null), Grid(2, "b", null)], []) }, Cancellation);
        await store.PublishAsync(Changes(1, 3) with { Grids = new([Grid(1, "c", null)], [2]) }, Cancellation);

        var map = await store.LoadAsync(Day, cancellation: Cancellation);
        Assert.Equal(
            "governance/a=1 governance/b=2 governance/c=1",
            string.Join(' ', map.UsedGridKeys.OrderBy(static k => k.Key).Select(static k => $"{k.Key}={k.Value}")));
        Assert.Equal(["b"], map.RetiredGrids.Select(static g => g.Grid.Code));
    }

    [Fact]
    public async Task A_retired_grid_is_loaded_as_it_was_last_and_not_while_it_is_in_force()
    {
        var store = await OpenAsync();
        await store.PublishAsync(Changes(0, 3) with { Grids = new([Grid(1, "a", null), Grid(2, "b", null)], []) }, Cancellation);
        await store.PublishAsync(Changes(1, 3, Day.AddDays(5)) with { Grids = new([], [2]) }, Cancellation);

        Assert.Empty((await store.LoadAsync(Day.AddDays(4), cancellation: Cancellation)).RetiredGrids);
        Assert.Equal(
            ["b"],
            (await store.LoadAsync(Day.AddDays(5), cancellation: Cancellation)).RetiredGrids.Select(static g => g.Grid.Code));
    }

    [Fact]
    public async Task A_person_has_one_row_and_every_state_shows_it()
    {
        var store = await OpenAsync();
        await store.PublishAsync(Changes(0, 3) with { Persons = new([Person(1, "王芳")], []) }, Cancellation);
        await store.PublishAsync(Changes(1, 3) with { Persons = new([Person(1, "", null)], []) }, Cancellation);

        var past = await store.LoadAsync(Day, asOf: 1, Cancellation);
        Assert.Equal(("", null), (past.Persons.Single().Name, past.Persons.Single().Phones));
    }

    [Fact]
    public async Task Findings_stay_with_the_states_after_the_revision_that_accepted_them()
    {
        var store = await OpenAsync();
        await store.PublishAsync(Changes(0, 1), Cancellation);
        await store.PublishAsync(Changes(1, 1) with { AcceptedFindings = [Finding("POINT (1 2)", 3)] }, Cancellation);

        Assert.Empty((await store.LoadAsync(Day, asOf: 1, Cancellation)).AcceptedFindings);
        Assert.Single((await store.LoadAsync(Day, cancellation: Cancellation)).AcceptedFindings);
    }

    [Fact]
    public async Task A_revision_that_is_not_there_is_an_error_that_names_the_last()
    {
        var store = await OpenAsync();
        var error = await Assert.ThrowsAsync<StoreException>(() => store.LoadAsync(Day, asOf: 1, Cancellation));
        Assert.Equal("There is no revision 1: the last one is 0.", error.Message);
    }

    [Theory]
    [InlineData("", 1L, 1L, 5L)]
    [InlineData("tester", 1L, 1L, 5L)]
    [InlineData("tester", 1L, 5L, 5L)]
    [InlineData("tester", 0L, 2L, 5L)]
    public async Task A_change_set_that_contradicts_itself_is_misuse(string actor, long id, long retired, long nextId)
    {
        var store = await OpenAsync();
        var changes = Changes(0, nextId) with { Actor = actor, Persons = new([Person(id, "a")], [retired]) };
        await Assert.ThrowsAsync<ArgumentException>(() => store.PublishAsync(changes, Cancellation));
    }

    private static async Task PlayAsync(IMapStore store, Random random, int firstId, DateOnly firstDay)
    {
        var model = new StupidHistory(Items, Days);
        var before = await store.GetLastRevisionAsync(Cancellation);
        for (var step = 0; step < 10; step++)
        {
            var day = random.Next(Days - 2);
            var touched = Enumerable.Range(0, Items).Where(_ => random.Next(3) == 0)
                .Select(i => (Item: i, Name: random.Next(4) == 0 ? null : $"v{step}")).ToArray();
            var changes = Changes(before + model.LastRevision, firstId + Items, firstDay.AddDays(day)) with
            {
                Grids = new(
                    [.. touched.Where(static t => t.Name is not null).Select(t => Grid(firstId + t.Item, $"{firstId + t.Item}", null, t.Name))],
                    [.. touched.Where(static t => t.Name is null).Select(t => (long)firstId + t.Item)]),
            };
            if (touched.Any(t => model.Refusal(t.Item, day, t.Name is null) is not null))
            {
                await Assert.ThrowsAsync<RevisionConflictException>(() => store.PublishAsync(changes, Cancellation));
            }
            else
            {
                await store.PublishAsync(changes, Cancellation);
                model.Write(day, touched);
            }
        }

        await CompareAsync(store, model, before, firstId, firstDay);
        await CompareChangesAsync(store, random, before, firstDay);
    }

    private static async Task CompareAsync(IMapStore store, StupidHistory model, long before, int firstId, DateOnly firstDay)
    {
        for (var revision = 0; revision <= model.LastRevision; revision++)
        {
            for (var day = 0; day < Days; day++)
            {
                var map = await store.LoadAsync(firstDay.AddDays(day), before + revision, Cancellation);
                var inForce = map.Grids.Where(g => g.Id >= firstId).Select(g => $"{g.Id - firstId}={g.Grid.Name}");
                var next = map.NextEffective is { } date ? date.DayNumber - firstDay.DayNumber : (int?)null;
                Assert.Equal(model.State(revision, day), $"{string.Join(" ", inForce)} until {next}");
            }
        }
    }

    private static async Task<Revision> PutAsync(IMapStore store, string name, DateOnly effective) =>
        await store.PublishAsync(
            Changes(await store.GetLastRevisionAsync(Cancellation), 10, effective) with
            {
                Grids = new([Grid(1, "code", null, name)], []),
            },
            Cancellation);

    private static async Task<string> NamesAsync(IMapStore store, DateOnly date, long? asOf = null)
    {
        MapSnapshot map = await store.LoadAsync(date, asOf, Cancellation);
        return map.Grids.Count == 0 ? "none" : string.Join(',', map.Grids.Select(static g => g.Grid.Name));
    }
}
