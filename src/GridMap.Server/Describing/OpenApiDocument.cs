using GridMap.Server.Access;
using GridMap.Server.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GridMap.Server.Describing;

/// <summary>What the generated description of the API takes from the routes' metadata.</summary>
internal static class OpenApiDocument
{
    /// <summary>Adds the description, generated from the routes.</summary>
    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "GridMap";
            document.Info.Version = "1";
            document.Info.Description = "The map of a city's grids 网格, who answers for them, and what lies in them. "
                + "A parameter that is given more than once is refused.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RouteAccess>().LastOrDefault() is { } access)
        {
            operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
            operation.Extensions["x-role"] = new JsonNodeExtension(access.Role.ToString().ToLowerInvariant());
            operation.Extensions["x-data"] = new JsonNodeExtension(access.Data.ToString().ToLowerInvariant());
        }

        if (metadata.OfType<ParameterList>().LastOrDefault() is { } parameters)
        {
            Describe(operation, parameters, hasBody: context.Description.HttpMethod is "POST" or "PUT");
        }
    }

    private static void Describe(OpenApiOperation operation, ParameterList parameters, bool hasBody)
    {
        if (parameters.Body.Count > 0)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = parameters.Body.ToDictionary(type => type, _ => new OpenApiMediaType()),
            };
        }
        else if (hasBody)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = BodyOf(parameters) };
            return;
        }

        operation.Parameters ??= [];
        foreach (var parameter in parameters.Items)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Required = parameter.Required,
                Description = $"{parameter.Description} Accepted: {parameter.Accepted}.",
                Schema = SchemaOf(parameter),
            });
        }
    }

    private static Dictionary<string, OpenApiMediaType> BodyOf(ParameterList parameters)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = parameters.Items.ToDictionary(p => p.Name, p => (IOpenApiSchema)SchemaOf(p)),
            Required = parameters.Items.Where(p => p.Required).Select(p => p.Name).ToHashSet(),
        };
        return new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new OpenApiMediaType { Schema = schema },
            ["application/x-www-form-urlencoded"] = new OpenApiMediaType { Schema = schema },
        };
    }

    private static OpenApiSchema SchemaOf(Parameter parameter) => new()
    {
        Description = parameter.Description,
        Type = parameter.Type switch
        {
            ParameterType.Number => JsonSchemaType.Number,
            ParameterType.Integer => JsonSchemaType.Integer,
            _ => JsonSchemaType.String,
        },
    };
}
