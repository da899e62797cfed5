namespace GridMap.Core.Resources.Terms;

/// <summary>The names of the attributes in which a resource's terms are written.</summary>
public static class TermAttributes
{
    /// <summary>A window: when one may be there.</summary>
    public const string Stay = "stay";

    /// <summary>A window: when it is open; the same as <see cref="Stay"/>, for what one visits.</summary>
    public const string OpeningHours = "opening_hours";

    /// <summary>A window: when one may not be there, as at a kerb where stopping is forbidden by day.</summary>
    public const string NoStay = "no_stay";

    /// <summary>A window: when one may come in.</summary>
    public const string Enter = "enter";

    /// <summary>A window: when one may go out.</summary>
    public const string Exit = "exit";

    /// <summary><c>no</c>, <c>yes</c>, or the window in which a fee is due.</summary>
    public const string Fee = "fee";

    /// <summary>The window in which it is free; a fee is due outside.</summary>
    public const string Free = "free";

    /// <summary>What it costs, in words.</summary>
    public const string Charge = "charge";

    /// <summary>Hours, or <c>90 minutes</c>, or <c>2 hours @ (window whose time counts)</c>.</summary>
    public const string MaxStay = "max_stay";

    /// <summary>Ids of vehicle classes, separated by <c>;</c>.</summary>
    public const string Vehicle = "vehicle";

    /// <summary>The most seats.</summary>
    public const string Seats = "seats";

    /// <summary>Who may; absent, <c>public</c> or <c>yes</c>: everybody.</summary>
    public const string Who = "who";

    /// <summary><c>from/to|reason|document</c>, several separated by <c>;</c>.</summary>
    public const string Suspensions = "suspensions";

    /// <summary>The number of the publication batch.</summary>
    public const string Batch = "batch";

    /// <summary>The date of the publication batch.</summary>
    public const string BatchDate = "batch_date";

    /// <summary>The document of the publication batch.</summary>
    public const string Document = "document";

    /// <summary>All of them: resources that agree in these have the same terms.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Stay, OpeningHours, NoStay, Enter, Exit, Fee, Free, Charge, MaxStay, Vehicle, Seats, Who, Suspensions, Batch,
        BatchDate, Document,
    ];
}
