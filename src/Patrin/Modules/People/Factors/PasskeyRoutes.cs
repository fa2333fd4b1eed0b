using Microsoft.AspNetCore.Antiforgery;
using Patrin.Modules.People.Sessions;
using Patrin.Modules.People.SignIn;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Factors;

/// <summary>What wwwroot/js/passkeys.js calls. Every call carries the form token of its page.</summary>
public static class PasskeyRoutes
{
    private const int AnswerMax = 32 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/passkeys/sign-in/options", SignInOptionsAsync).RequireAuthorization(Policies.Read);
        routes.MapPost("/passkeys/sign-in", SignInAsync).RequireAuthorization(Policies.Read);
        routes.MapPost("/passkeys/register/options", RegisterOptionsAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapPost("/passkeys/register", RegisterAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapPost("/passkeys/prove/options", ProveOptionsAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapPost("/passkeys/prove", ProveAsync).RequireAuthorization(Policies.SignedIn);
    }

    private static Task<IResult> SignInOptionsAsync(HttpContext http, PasskeyCeremony ceremony, SignInLimits limits, IAntiforgery forgery, CancellationToken cancel) =>
        AnswerAsync(http, forgery, async () =>
        {
            await limits.NetworkAsync(http, cancel);
            return Json(await ceremony.AssertOptionsAsync(ChallengeUse.SignIn, null, http, cancel));
        });

    private static Task<IResult> SignInAsync(HttpContext http, PasskeyCeremony ceremony, FinishSignIn finish, IAntiforgery forgery, CancellationToken cancel) =>
        AnswerAsync(http, forgery, async () =>
        {
            if (await ceremony.AssertAsync(ChallengeUse.SignIn, null, await BodyAsync(http), http, cancel) is not { } account)
                return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
            return Next(http, await finish.RunAsync(account, SignInMethod.Passkey, strong: true, http.Request.Query["next"].ToString(), http, cancel));
        });

    private static Task<IResult> RegisterOptionsAsync(HttpContext http, PasskeyCeremony ceremony, IAntiforgery forgery, CancellationToken cancel) =>
        AnswerAsync(http, forgery, async () => await ceremony.RegisterOptionsAsync(Actor.Of(http.User), http, cancel) is { } options
            ? Json(options)
            : Results.StatusCode(StatusCodes.Status422UnprocessableEntity));

    private static Task<IResult> RegisterAsync(HttpContext http, PasskeyCeremony ceremony, RenewSession renew, IAntiforgery forgery, CancellationToken cancel) =>
        AnswerAsync(http, forgery, async () =>
        {
            var actor = Actor.Of(http.User);
            if (!await ceremony.RegisterAsync(await BodyAsync(http), actor, http, cancel))
                return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
            await renew.RunAsync(actor, secondFactor: true, http, cancel);
            return Next(http, "/account/security?said=passkey");
        });

    private static Task<IResult> ProveOptionsAsync(HttpContext http, PasskeyCeremony ceremony, IAntiforgery forgery, CancellationToken cancel) =>
        AnswerAsync(http, forgery, async () => Json(await ceremony.AssertOptionsAsync(ChallengeUse.Prove, Actor.Of(http.User).AccountId, http, cancel)));

    private static Task<IResult> ProveAsync(HttpContext http, PasskeyCeremony ceremony, RenewSession renew, IAntiforgery forgery, CancellationToken cancel) =>
        AnswerAsync(http, forgery, async () =>
        {
            var actor = Actor.Of(http.User);
            if (await ceremony.AssertAsync(ChallengeUse.Prove, actor.AccountId, await BodyAsync(http), http, cancel) is null)
                return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
            await renew.RunAsync(actor, secondFactor: true, http, cancel);
            return Next(http, LocalPath.Read(http.Request.Query["next"]));
        });

    private static async Task<IResult> AnswerAsync(HttpContext http, IAntiforgery forgery, Func<Task<IResult>> answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!await forgery.IsRequestValidAsync(http))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        try
        {
            return await answer();
        }
        catch (TooManyTries tries)
        {
            http.Response.Headers.RetryAfter = tries.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }
        catch (RuleBroken)
        {
            return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
        catch (ProofMissing)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    private static async Task<string> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not (> 0 and <= AnswerMax))
            return "";
        using var reader = new StreamReader(http.Request.Body);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    private static IResult Json(string json) => Results.Content(json, "application/json");

    private static IResult Next(HttpContext http, string path) => Results.Json(new { next = http.Request.PathBase + path });
}
