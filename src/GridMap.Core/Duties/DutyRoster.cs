using GridMap.Core.Grids;
using GridMap.Core.Windows;

namespace GridMap.Core.Duties;

/// <summary>Who is to be called for a place and an instant. Immutable and safe to share between threads.</summary>
/// <remarks>
/// <para>The order, each rule deciding among those that the ones before leave equal:</para>
/// <list type="number">
/// <item>The everyday chain before the emergency chain; the other way round while an emergency is declared
/// that covers the leaf of the path.</item>
/// <item>On call now, then those whose window is not understood, then those off call and the vacant posts, which nobody
/// would answer.</item>
/// <item>In the everyday chain: those for the dwelling, then for the compound, then for the leaf, then up the path; then
/// by <see cref="Duty.Order"/>. In the emergency chain: by <see cref="Duty.Order"/> first and then up the path, so that
/// it may skip a level.</item>
/// <item>A holder before the deputy of the same order, a filled post before a vacant one, then by key (ordinal).</item>
/// </list>
/// <para>A duty is answered once, however many grids of the path it is for.</para>
/// </remarks>
public sealed class DutyRoster
{
    private readonly ILookup<DutyScope, Duty> byScope;
    private readonly Dictionary<long, Person> persons;
    private readonly Emergency[] emergencies;
    private readonly Dictionary<string, Window?> windows;

    private DutyRoster(
        IReadOnlyList<Duty> duties, IEnumerable<Person> persons, IEnumerable<Emergency> emergencies)
    {
        byScope = duties.SelectMany(static d => d.Scope.Distinct().Select(scope => (scope, d)))
            .ToLookup(static pair => pair.scope, static pair => pair.d);
        this.persons = persons.ToDictionary(static p => p.Id);
        this.emergencies = [.. emergencies];
        windows = duties.Select(static d => d.OnCall).OfType<string>().Distinct()
            .ToDictionary(static text => text, static text => Window.TryParse(text, out var window, out _) ? window : null);
    }

    /// <summary>Builds the roster. A window that is not understood, a person that is missing do not stop it.</summary>
    public static DutyRoster Build(
        IReadOnlyList<Duty> duties, IEnumerable<Person> persons, IEnumerable<Emergency> emergencies) =>
        new(duties, persons, emergencies);

    /// <summary>The emergencies that are declared at an instant and cover a grid, in the order they were given.</summary>
    public IReadOnlyList<Emergency> ListEmergencies(Grid grid, DateTimeOffset at) =>
        [.. emergencies.Where(e => e.From <= at && (e.To is null || at < e.To) && Covers(e, grid))];

    /// <summary>Who answers for a place, the first to be called first.</summary>
    /// <param name="path">The grids from the root to the leaf, both included; when empty nobody answers.</param>
    /// <param name="places">Compounds and dwellings that the place is in.</param>
    /// <param name="at">The instant; on-call windows are local times at its offset.</param>
    public IReadOnlyList<DutyAnswer> ListFor(
        IReadOnlyList<Grid> path, IReadOnlyList<DutyScope> places, DateTimeOffset at)
    {
        if (path.Count == 0)
        {
            return [];
        }

        var first = ListEmergencies(path[^1], at).Count > 0 ? DutyChain.Emergency : DutyChain.Everyday;
        return [.. ListScopes(path, places)
            .SelectMany(scope => byScope[scope.Scope].Select(duty => (duty, scope.Grid, scope.Height)))
            .DistinctBy(static d => d.duty.Id)
            .Select(d => (Answer: Answer(d.duty, d.Grid, at), d.Height))
            .OrderBy(d => d.Answer.Duty.Chain != first)
            .ThenBy(static d => d.Answer.OnCall switch { true => 0, null => 1, false => 2 })
            .ThenBy(static d => d.Answer.Duty.Chain == DutyChain.Everyday ? d.Height : d.Answer.Duty.Order)
            .ThenBy(static d => d.Answer.Duty.Chain == DutyChain.Everyday ? d.Answer.Duty.Order : d.Height)
            .ThenBy(static d => d.Answer.Duty.IsDeputy)
            .ThenBy(static d => d.Answer.Duty.Holder is DutyHolder.Vacant)
            .ThenBy(static d => d.Answer.Duty.Key, StringComparer.Ordinal)
            .Select(static d => d.Answer)];
    }

    /// <summary>What a duty may be for here, nearest first; the height grows on the way up.</summary>
    private static IEnumerable<(DutyScope Scope, Grid Grid, int Height)> ListScopes(
        IReadOnlyList<Grid> path, IReadOnlyList<DutyScope> places)
    {
        foreach (var place in places.OrderByDescending(static p => p.Kind))
        {
            yield return (place, path[^1], -(int)place.Kind);
        }

        for (var height = 0; height < path.Count; height++)
        {
            var grid = path[^(height + 1)];
            yield return (new DutyScope(DutyScopeKind.Grid, grid.Id), grid, height);
        }
    }

    private static bool Covers(Emergency emergency, Grid grid) =>
        emergency.CodePrefixes.Any(prefix => grid.Code.StartsWith(prefix, StringComparison.Ordinal));

    private DutyAnswer Answer(Duty duty, Grid grid, DateTimeOffset at) =>
        new(duty, grid, FindPerson(duty.Holder), IsOnCall(duty, at));

    private Person? FindPerson(DutyHolder holder) =>
        holder is DutyHolder.OfPerson { PersonId: var id } ? persons.GetValueOrDefault(id) : null;

    private bool? IsOnCall(Duty duty, DateTimeOffset at) => duty switch
    {
        { Holder: DutyHolder.Vacant } => false,
        { OnCall: null } => true,
        _ => windows[duty.OnCall]?.At(at.DateTime).State switch
        {
            WindowState.Open => true,
            WindowState.Closed => false,
            _ => null,
        },
    };
}
