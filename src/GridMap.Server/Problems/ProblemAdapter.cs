using GridMap.Data.Stores;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace GridMap.Server.Problems;

/// <summary>Turns what was thrown, and what the framework refused by itself, into problem documents.</summary>
internal static class ProblemAdapter
{
    /// <summary>Adds it to the pipeline; everything after it answers errors as problem documents.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = WriteExceptionAsync,
            SuppressDiagnosticsCallback = context => context.Exception is not null && Find(context.Exception) is not null,
        });
        app.Use(static next => context =>
        {
            var answering = next(context);
            return answering.IsCompletedSuccessfully && context.Response.StatusCode < StatusCodes.Status400BadRequest
                ? answering
                : WriteStatusAsync(context, answering);
        });
    }

    /// <summary>What the framework's own pages for statuses do, but nearly all requests need nothing of it.</summary>
    private static async Task WriteStatusAsync(HttpContext context, Task answering)
    {
        await answering;
        var response = context.Response;
        if (!response.HasStarted && response.StatusCode >= StatusCodes.Status400BadRequest
            && response.ContentLength is null && string.IsNullOrEmpty(response.ContentType))
        {
            await OfStatus(context).ExecuteAsync(context);
        }
    }

    private static Task WriteExceptionAsync(HttpContext context)
    {
        var thrown = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var problem = (thrown is null ? null : Find(thrown)) ?? new Problem(
            StatusCodes.Status500InternalServerError,
            "The server failed",
            "This is a fault of the server; its log says more.");
        return problem.ExecuteAsync(context);
    }

    private static Problem? Find(Exception thrown) => thrown switch
    {
        BadHttpRequestException bad => new Problem(bad.StatusCode, "The request cannot be read", bad.Message),
        StoreException store => Problem.Unavailable(store.Message),
        OperationCanceledException => Problem.Unavailable("The request was given up."),
        _ => null,
    };

    private static Problem OfStatus(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return new Problem(status, ReasonPhrases.GetReasonPhrase(status), status switch
        {
            StatusCodes.Status404NotFound => "There is nothing here; /api describes the routes.",
            StatusCodes.Status405MethodNotAllowed => "The route does not take this method; /api describes it.",
            _ => "/api describes what is accepted.",
        });
    }
}
