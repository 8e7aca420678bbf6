using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ResetBot.Bot.Pages;
using ResetBot.Directories.Demo;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Bot.Demo;

/// <summary>The demonstration's page, its outbox and its sign-in box. They exist in demo mode only, and for this machine only.</summary>
internal static class DemoEndpoints
{
    private const long MostBytes = 64 * 1024;

    public static void MapDemo(this IEndpointRouteBuilder endpoints)
    {
        var demo = endpoints.MapGroup("/demo").WithMetadata(new RequestSizeLimitAttribute(MostBytes)).AddEndpointFilter(async (context, next) =>
        {
            // Fetch, "append a request Origin header": a page that sends no referrer at all posts its own forms as the origin "null".
            context.HttpContext.Response.Headers["Referrer-Policy"] = "same-origin";
            return LoopbackOnly.Allows(context.HttpContext) ? await next(context) : Results.NotFound();
        });
        demo.MapGet("", (HttpContext context, IDemoCompany company, DemoOutbox outbox, IAntiforgery antiforgery) =>
            PageAsync(context, company, outbox, antiforgery, tried: null));
        demo.MapPost("", TryAsync);
        demo.MapGet("/outbox", async (DemoOutbox outbox, CancellationToken cancellation) => await outbox.ListAsync(cancellation));
        demo.MapPost("/sign-in", SignInAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IDemoCompany company)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Results.Problem("The body must be JSON.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        DemoSignIn? typed;
        try
        {
            typed = await context.Request.ReadFromJsonAsync<DemoSignIn>(context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or InvalidOperationException)
        {
            typed = null;
        }

        return typed is { UserName: { } userName, Password: { } password }
            ? Results.Ok(new { result = await ResultAsync(company, userName, password, context.RequestAborted) })
            : Results.Problem("The body must be {\"userName\": …, \"password\": …}.", statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> TryAsync(HttpContext context, IDemoCompany company, DemoOutbox outbox, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Extensions.SeeOther("/demo");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var result = await ResultAsync(company, form["userName"].ToString(), form["password"].ToString(), context.RequestAborted);
        return await PageAsync(context, company, outbox, antiforgery, tried: $"{form["userName"]}: {result}");
    }

    private static async Task<string> ResultAsync(IDemoCompany company, string userName, string password, CancellationToken cancellation)
    {
        using var typed = new CurrentPassword(password);
        return await company.SignInAsync(userName, typed, cancellation) switch
        {
            PasswordCheck.Right => "ok",
            PasswordCheck.Wrong => "wrong",
            PasswordCheck.Locked => "locked",
            PasswordCheck.MustChange => "mustChange",
            PasswordCheck.Disabled => "disabled",
            var other => throw new InvalidOperationException($"unknown answer {other}"),
        };
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, IDemoCompany company, DemoOutbox outbox, IAntiforgery antiforgery, string? tried)
    {
        var messages = await outbox.ListAsync(context.RequestAborted);
        messages.Reverse();
        return new RazorComponentResult<DemoPage>(new Dictionary<string, object?>
        {
            ["People"] = await company.ListAsync(context.RequestAborted),
            ["Messages"] = messages.Take(50).ToList(),
            ["Token"] = antiforgery.GetAndStoreTokens(context),
            ["Tried"] = tried,
        })
        {
            PreventStreamingRendering = true,
        };
    }
}
