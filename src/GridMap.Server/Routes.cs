using GridMap.Core.Resources;
using GridMap.Data.Answers;
using GridMap.Server.Access;
using GridMap.Server.Collections;
using GridMap.Server.Describing;
using GridMap.Server.Dispatch;
using GridMap.Server.Maps;
using GridMap.Server.Operations;
using GridMap.Server.Pages;
using GridMap.Server.Planners;
using GridMap.Server.Problems;
using GridMap.Server.Requests;
using GridMap.Server.Residents;
using Scalar.AspNetCore;

namespace GridMap.Server;

/// <summary>All routes, grouped by who uses them.</summary>
internal static class Routes
{
    private static readonly string[] GetOrPost = [HttpMethods.Get, HttpMethods.Post];

    public static void Map(IEndpointRouteBuilder app)
    {
        var states = app.ServiceProvider.GetRequiredService<StateChoice>();
        Func<Resource, OccupancyJson?> occupancy = app.ServiceProvider.GetRequiredService<OccupancyBoard>().Find;

        // What is asked most often: the service is given at once, so that no request makes a scope to find it in, and what is
        // answered at once makes no task.
        Func<HttpContext, ValueTask<IResult>> With(Func<HttpContext, StateChoice, ValueTask<IResult>> answer) =>
            context => answer(context, states);

        var dispatch = app.MapGroup("").WithTags("Dispatch").Gives(Role.Dispatcher, DataClass.Personal);
        dispatch.MapMethods("/locate", GetOrPost, With(LocateEndpoint.Answer))
            .Takes(LocateEndpoint.Accepted).Answers<LocateJson>("Which grid a point or an address is in, whose it is, and how sure that is");
        dispatch.MapMethods("/addresses", GetOrPost, With(AddressesEndpoint.Answer))
            .Takes(AddressesEndpoint.Accepted).Answers<AddressListJson>("Addresses and names while typing, or near a point");

        var batches = app.ServiceProvider.GetRequiredService<BatchSettings>();
        dispatch.MapPost("/locate/batch", With((context, choice) => BatchEndpoint.Answer(context, choice, batches)))
            .Takes(BatchEndpoint.Accepted).Refuses(StatusCodes.Status413PayloadTooLarge)
            .Refuses(StatusCodes.Status415UnsupportedMediaType)
            .WithSummary("The grids of many points: CSV or a JSON object on each line, in and out, while they come");

        var residents = app.MapGroup("").WithTags("Residents").Gives(Role.Anyone, DataClass.Public);
        residents.MapGet("/nearest", With((context, choice) => NearestEndpoint.Answer(context, choice, occupancy)))
            .Takes(NearestEndpoint.Accepted)
            .Answers<FeatureCollectionJson<NearestProperties>>("The nearest resources, nearest first", GeoJson);
        residents.MapGet("/kinds", Kinds.Answer)
            .Answers<VocabularyJson>("Partitions, levels, kinds and roles with their names");
        residents.MapGet("/reach", ReachEndpoint.Answer).Takes(ReachEndpoint.Accepted)
            .Answers<ReachJson>("What of each kind lies within a walk: the nearest and how many");
        residents.MapGet("/collections", CollectionsEndpoint.List).Answers<CollectionsJson>("What can be drawn");
        residents.MapGet("/collections/{id}/items", CollectionsEndpoint.Items).Takes(CollectionsEndpoint.ItemsAccepted)
            .Answers<ItemsJson<ItemProperties>>("The features of a collection", GeoJson);

        var feeds = app.MapGroup("").WithTags("Feeds").Gives(Role.Feed, DataClass.Public);
        feeds.MapPut("/resources/{id}/occupancy", OccupancyEndpoint.Answer).Takes(OccupancyEndpoint.Accepted)
            .Refuses(StatusCodes.Status404NotFound).Refuses(StatusCodes.Status409Conflict)
            .Answers<ResourceOccupancyJson>("Say how full a resource is; its id with %2F for the slash");
        feeds.MapPut("/resources/{source}/{id}/occupancy", OccupancyEndpoint.AnswerOfSource).ExcludeFromDescription();

        var planners = app.MapGroup("").WithTags("Planners").Gives(Role.Planner, DataClass.Internal);
        planners.MapGet("/compare", CompareEndpoint.Answer).Takes(CompareEndpoint.Accepted)
            .Answers<CompareJson>("Two partitions over each other");
        planners.MapGet("/shortfall", ShortfallEndpoint.Answer).Takes(ShortfallEndpoint.Accepted)
            .Answers<FeatureCollectionJson<ShortfallProperties>>(
                "How many households of each grid and compound have none of a kind in reach", GeoJson);
        planners.MapGet("/revisions", RevisionsEndpoint.Answer).Takes(RevisionsEndpoint.Accepted)
            .Answers<RevisionsJson>("What was recorded, the newest first");

        var operations = app.MapGroup("").WithTags("Operations").Gives(Role.Anyone, DataClass.Public);
        operations.MapGet("/health", HealthEndpoint.Answer).Answers<Health>("How the server is");
        operations.MapOpenApi("/api");
        operations.MapScalarApiReference("/api/browse", Browser.Configure);
        operations.MapGet("/settings.json", MapPage.Settings).ExcludeFromDescription();
        operations.MapGet("/", MapPage.Answer).ExcludeFromDescription();
    }

    private const string GeoJson = "application/geo+json";

    private static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, ParameterList parameters) =>
        route.WithMetadata(parameters).Refuses(StatusCodes.Status400BadRequest);

    private static RouteHandlerBuilder Answers<T>(
        this RouteHandlerBuilder route, string summary, string type = "application/json") =>
        route.WithSummary(summary).Produces<T>(StatusCodes.Status200OK, type)
            .Refuses(StatusCodes.Status503ServiceUnavailable);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, int status) =>
        route.Produces<Problem>(status, "application/problem+json");
}
