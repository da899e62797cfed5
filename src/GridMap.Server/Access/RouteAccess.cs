namespace GridMap.Server.Access;

/// <summary>Who may use a route.</summary>
internal enum Role
{
    /// <summary>Anybody who reaches the server.</summary>
    Anyone,

    /// <summary>Who dispatches calls and tickets.</summary>
    Dispatcher,

    /// <summary>Who redraws and publishes.</summary>
    Planner,

    /// <summary>A system that says how full resources are.</summary>
    Feed,

    /// <summary>Who runs the server.</summary>
    Operator,
}

/// <summary>What a route gives away.</summary>
internal enum DataClass
{
    /// <summary>What every resident may see.</summary>
    Public,

    /// <summary>What stays in the authority: actors, documents, figures.</summary>
    Internal,

    /// <summary>Persons and phones, addresses below the building.</summary>
    Personal,
}

/// <summary>
/// The role that a route asks for and the class of data it gives; metadata of every route. Nothing enforces it until
/// access control lands, which is why the server binds to loopback only.
/// </summary>
internal sealed record RouteAccess(Role Role, DataClass Data);

/// <summary>Declaring access on routes.</summary>
internal static class RouteAccessExtensions
{
    /// <summary>Declares who may use the routes and what they give.</summary>
    public static TBuilder Gives<TBuilder>(this TBuilder routes, Role role, DataClass data)
        where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(new RouteAccess(role, data));
}
