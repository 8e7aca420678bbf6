namespace ResetBot.Benchmarks;

/// <summary>As little as an ASP.NET service can do with an activity: read it and say it back.</summary>
internal static class Echo
{
    public static async Task RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:" + port);
        await using var app = builder.Build();
        app.MapGet("/health/live", () => "");
        app.MapPost("/api/messages", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length));
        });
        await app.RunAsync();
    }
}
