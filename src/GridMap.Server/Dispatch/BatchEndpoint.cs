using GridMap.Core.Grids;
using GridMap.Data.Batch;
using GridMap.Server.Maps;
using GridMap.Server.Problems;
using GridMap.Server.Requests;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace GridMap.Server.Dispatch;

/// <summary><c>/locate/batch</c>: rows in, the same rows with their grids out, while they come.</summary>
internal static class BatchEndpoint
{
    private static readonly Parameter Lon = new(
        "lon", ParameterType.Text, "The column of longitudes, or eastings of another crs; lon when absent.",
        "the name of a column");

    private static readonly Parameter Lat = new(
        "lat", ParameterType.Text, "The column of latitudes, or northings of another crs; lat when absent.",
        "the name of a column");

    private static readonly Parameter Address = new(
        "address", ParameterType.Text, "The column of addresses; by coordinates when absent.", "the name of a column");

    private static readonly Parameter Encoding = new(
        "encoding", ParameterType.Text, "The encoding of CSV; the content type's charset or found out when absent.",
        "utf-8 or gb18030");

    public static readonly ParameterList Accepted = new(
        Lon, Lat, Address, Parameters.Crs, Parameters.Accuracy, Parameters.Partition, Parameters.At, Parameters.AsOf, Encoding)
    {
        Body = BatchContent.Types,
    };

    public static async ValueTask<IResult> Answer(HttpContext context, StateChoice states, BatchSettings settings)
    {
        if (context.Request.ContentLength > settings.LargestUpload)
        {
            return new Problem(
                StatusCodes.Status413PayloadTooLarge, "Too large",
                $"The upload is {context.Request.ContentLength} bytes; the limit is {settings.LargestUpload} bytes. "
                + $"Send it in parts, or set {BatchSettings.Variable}.");
        }

        var parameters = new ParameterReader(RequestValues.OfQuery(context.Request), Accepted);
        var state = states.Read(parameters);
        var system = parameters.ReadSystem();
        if (parameters.Has(Address) && (parameters.Has(Lon) || parameters.Has(Lat)))
        {
            parameters.Refuse(Address, "It stands beside lon or lat: rows are answered by address or by coordinates.");
        }

        var accuracy = parameters.FindNumber(Parameters.Accuracy, 0, 100_000) ?? 0;
        if (BatchContent.Find(context.Request) is not { } content)
        {
            return BatchContent.Refuse();
        }

        var (map, problem) = parameters.Problem is { } wrong
            ? (null, wrong)
            : await states.FindAsync(state, context);
        if (map is null || FindPartition(map, parameters) is not { } partition || system is null)
        {
            return problem ?? parameters.Problem ?? Problem.NotFound("The map has no partition.");
        }

        IRowAnswerer answerer = parameters.Find(Address) is { } column
            ? new AddressRows(map, partition, accuracy, state.At, column)
            : new PointRows(map, partition, system, accuracy, parameters.Find(Lon) ?? "lon", parameters.Find(Lat) ?? "lat");
        return new BatchAnswer(answerer, content.IsJson, parameters.Find(Encoding) ?? content.Charset, settings);
    }

    private static PartitionMap? FindPartition(Core.CityMap map, ParameterReader parameters)
    {
        if (parameters.Find(Parameters.Partition) is not { } code)
        {
            return map.Partitions.Count > 0 ? map.Partitions[0] : null;
        }

        if (map.FindPartition(code) is { } found)
        {
            return found;
        }

        parameters.Refuse(Parameters.Partition, $"There is no partition '{code}' in state {map.State}.");
        return null;
    }
}

/// <summary>Reads the rows of a request and writes them with their answers.</summary>
internal sealed class BatchAnswer(IRowAnswerer answerer, bool isJson, string? encoding, BatchSettings settings) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Unlimit(httpContext.Features);
        var cancellation = httpContext.RequestAborted;
        await using var body = new SpooledBody(httpContext.Request.Body, settings.LargestUpload + 1);
        var start = await BatchStart.ReadAsync(body, cancellation);
        IRowFormat format;
        try
        {
            format = isJson ? start.OpenNdJson(answerer) : start.OpenCsv(answerer, encoding);
        }
        catch (BatchException e)
        {
            var problem = new Problem(StatusCodes.Status400BadRequest, "The rows cannot be read", e.Message);
            await problem.ExecuteAsync(httpContext);
            return;
        }

        httpContext.Response.ContentType = format.ContentType;
        httpContext.Response.Headers.CacheControl = "no-store";
        var run = new BatchRun(format, start, new BatchLimits(settings.LargestUpload));
        await run.WriteAsync(httpContext.Response.Body, null, cancellation);
    }

    // The batch has a limit of its own, and a client may send everything before it reads anything.
    private static void Unlimit(IFeatureCollection features)
    {
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }
}
