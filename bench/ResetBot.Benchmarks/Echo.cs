namespace ResetBot.Benchmarks;

/// <summary>
/// As little as an ASP.NET service can do with an activity: read it and say it back. As a relay it says it to the connector, as a bot must,
/// and remembers nothing: what is left then is the cost of being a bot at all.
/// </summary>
internal static class Echo
{
    public static async Task RunAsync(string port, bool isRelay)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:" + port);
        await using var app = builder.Build();
        using var client = new HttpClient();
        app.MapGet("/health/live", () => "");
        app.MapPost("/api/messages", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var activity = body.GetBuffer().AsMemory(0, (int)body.Length);
            if (isRelay)
            {
                using var content = new ReadOnlyMemoryContent(activity);
                using var taken = await client.PostAsync(new Uri("http://127.0.0.1:5990/v3/conversations/1/activities"), content);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return;
            }

            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(activity);
        });
        await app.RunAsync();
    }
}
