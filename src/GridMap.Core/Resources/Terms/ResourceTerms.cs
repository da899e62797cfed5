using GridMap.Core.Windows;

namespace GridMap.Core.Resources.Terms;

/// <summary>
/// On what conditions a resource may be used: when one may be there, come in and go out, what it costs, how long, with
/// what vehicle, and who. Immutable; many resources share one.
/// </summary>
/// <remarks>
/// They are written as attributes, which <see cref="TermsReader"/> reads; <c>geodata/README.md</c> lists the names. What
/// is not stated does not bind, except the fee: a place whose fee is not stated is not shown as free.
/// </remarks>
public sealed class ResourceTerms
{
    /// <summary>Terms that state nothing.</summary>
    public static readonly ResourceTerms Unstated = new();

    private readonly Lazy<LocalText?> sentence;

    /// <summary>Terms; what is not set is not stated.</summary>
    public ResourceTerms() => sentence = new(() => TermsSentence.Of(this));

    /// <summary>When one may be there; null: always.</summary>
    public Window? Stay { get; init; }

    /// <summary>When one may not be there, whatever else is stated; null: never.</summary>
    public Window? NoStay { get; init; }

    /// <summary>When one may come in; null: whenever one may stay.</summary>
    public Window? Enter { get; init; }

    /// <summary>When one may go out; null: always.</summary>
    public Window? Exit { get; init; }

    /// <summary>When a fee is due.</summary>
    public Fee Fee { get; init; } = Fee.NotStated;

    /// <summary>What it costs while a fee is due, in words; or null.</summary>
    public string? Charge { get; init; }

    /// <summary>How long one may stay; null: no limit.</summary>
    public MaximumStay? MaximumStay { get; init; }

    /// <summary>The vehicle classes that may (ids: <c>car</c>, <c>bus</c> …); empty: any.</summary>
    public IReadOnlyList<string> Vehicles { get; init; } = [];

    /// <summary>The most seats that a vehicle may have; null: any.</summary>
    public int? Seats { get; init; }

    /// <summary>Who may (<c>residents</c>, <c>customers</c> …); null: everybody.</summary>
    public string? Who { get; init; }

    /// <summary>When it is suspended, by their beginnings; no two overlap.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>In which list it was published, or null.</summary>
    public Publication? Publication { get; init; }

    /// <summary>The terms as one sentence, or null where nothing is stated.</summary>
    public LocalText? Sentence => sentence.Value;

    /// <summary>Whether a vehicle may; null stands for any vehicle and may.</summary>
    public bool Admits(Vehicle? vehicle) =>
        vehicle is not { } asked
        || ((Vehicles.Count == 0 || Vehicles.Contains(asked.Class)) && !(asked.Seats > Seats));
}

/// <summary>A vehicle that somebody asks for.</summary>
/// <param name="Class">The id of its class, for example <c>car</c>.</param>
/// <param name="Seats">Its seats, the driver's included; null: not said, and then no limit of seats is applied.</param>
public readonly record struct Vehicle(string Class, int? Seats);

/// <summary>In which list a resource was published.</summary>
/// <param name="Batch">The number of the batch, or null.</param>
/// <param name="Date">Its date, or null.</param>
/// <param name="Document">The document, or null.</param>
public sealed record Publication(int? Batch, DateOnly? Date, string? Document);
