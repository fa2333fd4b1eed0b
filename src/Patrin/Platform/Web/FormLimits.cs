using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Patrin.Platform.Web;

/// <summary>Limits of quality.md section 4 on what a request says; the framework's own let one form keep a server busy.</summary>
public static class FormLimits
{
    /// <summary>Bytes of a whole form. A page that takes files states its own limit (RequestSizeLimit).</summary>
    public const int FormBytes = 256 * 1024;

    public const int Fields = 200;

    /// <summary>For the one form with two fields for every place.</summary>
    public const int FieldsOfLongForm = 4_000;

    /// <summary>Characters of one name or value in an address.</summary>
    public const int ParameterLength = 2 * 1024;

    public const int JsonDepth = 32;

    public static void AddFormLimits(this IServiceCollection services)
    {
        services.Configure<FormOptions>(o => (o.ValueCountLimit, o.KeyLengthLimit, o.ValueLengthLimit) = (Fields, ParameterLength, FormBytes));
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.MaxDepth = JsonDepth);
    }

    /// <summary>Answers 400 to an address with a longer parameter, before any page reads it.</summary>
    public static void UseParameterLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Query.Any(p => p.Key.Length > ParameterLength || p.Value.Any(v => v?.Length > ParameterLength)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>After routing: the page chosen may allow more than a form of text needs.</summary>
    public static void UseFormLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.HasFormContentType || context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not null)
            return next(context);
        if (context.Request.ContentLength > FormBytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            // The page that says so comes through here again, and must not read the form either.
            context.Request.ContentType = null;
            return Task.CompletedTask;
        }

        // Of a body that does not state its length, the server counts the bytes.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = FormBytes;
        return next(context);
    });
}
