using GridMap.Core;
using GridMap.Core.Resources.Terms;
using GridMap.Server.Maps;
using GridMap.Server.Requests;

namespace GridMap.Server.Residents;

/// <summary>The parameters of <c>/nearest</c> that ask for a stay.</summary>
internal static class StayReader
{
    /// <summary>
    /// The answers that were given last to those who ask for no stay: the two hours from this minute on, on this map. Many
    /// ask in one minute, and terms say the same to all of them.
    /// </summary>
    private static volatile Recent? recent;

    public static readonly Parameter Arrive = new(
        "arrive", ParameterType.Text, "When one arrives; with leave, only where the whole stay is allowed.",
        $"an RFC 3339 time of {StatedYears.Range.En}, without an offset in the deployment's zone; before leave");

    public static readonly Parameter Leave = new(
        "leave", ParameterType.Text, "When one leaves.",
        $"an RFC 3339 time of {StatedYears.Range.En}, without an offset in the deployment's zone; after arrive, by 366 days "
        + "at most");

    public static readonly Parameter Free = new(
        "free", ParameterType.Text, "Only what is free of charge all the time.", "true, false");

    public static readonly Parameter VehicleClass = new(
        "vehicle", ParameterType.Text, "Only what admits that vehicle.", "the id of a class, with its seats or without: car, car:7");

    /// <summary>Reads them; what is wrong is refused.</summary>
    public static (Stay? Stay, bool FreeOnly, Vehicle? Vehicle) Read(ParameterReader parameters, DeploymentClock clock) =>
        (ReadStay(parameters, clock), ReadFree(parameters), ReadVehicle(parameters));

    /// <summary>What terms say of a stay, or where none is asked for of the two hours from an instant on.</summary>
    public static StayAnswers AnswersFor(CityMap map, Stay? stay, DateTimeOffset instant, TimeZoneInfo zone)
    {
        if (stay is { } asked)
        {
            return new StayAnswers(asked, new TermsContext(zone, map.Holidays));
        }

        var minute = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute));
        if (recent is { } kept && ReferenceEquals(kept.Map, map) && kept.Answers.Stay.Arrive == minute)
        {
            return kept.Answers;
        }

        var answers = new StayAnswers(Stay.From(minute), new TermsContext(zone, map.Holidays));
        recent = new Recent(map, answers);
        return answers;
    }

    private static Stay? ReadStay(ParameterReader parameters, DeploymentClock clock)
    {
        var (arrive, leave) = (ReadTime(parameters, Arrive, clock), ReadTime(parameters, Leave, clock));
        if (arrive is null != leave is null && parameters.Has(Arrive) != parameters.Has(Leave))
        {
            parameters.Refuse(arrive is null ? Arrive : Leave, "It is missing: a stay has both.");
        }

        if (arrive is null || leave is null)
        {
            return null;
        }

        var stay = new Stay(arrive.Value, leave.Value);
        if (stay.Problem is { } problem)
        {
            parameters.Refuse(Leave, $"It does not fit arrive: {problem.En}.");
            return null;
        }

        return stay;
    }

    private static DateTimeOffset? ReadTime(ParameterReader parameters, Parameter parameter, DeploymentClock clock)
    {
        if (parameters.Find(parameter) is not { } text)
        {
            return null;
        }

        if (clock.TryParse(text, out var instant))
        {
            return instant;
        }

        parameters.RefuseValue(parameter, text);
        return null;
    }

    private static bool ReadFree(ParameterReader parameters)
    {
        if (parameters.Find(Free) is not { } text || text is "false" or "true")
        {
            return parameters.Find(Free) == "true";
        }

        parameters.Refuse(Free, "It is neither.");
        return false;
    }

    private static Vehicle? ReadVehicle(ParameterReader parameters)
    {
        if (parameters.Find(VehicleClass) is not { } text)
        {
            return null;
        }

        var parts = text.Split(':');
        if (parts[0].Length > 0 && parts[0].All(static c => char.IsAsciiLetterLower(c) || c is '_' or '-')
            && (parts.Length == 1 || (parts.Length == 2 && int.TryParse(parts[1], out var seats) && seats is > 0 and < 1000)))
        {
            return new Vehicle(parts[0], parts.Length == 1 ? null : int.Parse(parts[1]));
        }

        parameters.Refuse(VehicleClass, "It is no vehicle class.");
        return null;
    }

    private sealed record Recent(CityMap Map, StayAnswers Answers);
}
