namespace ResetBot.Benchmarks;

/// <summary>Says of every user of the benchmark's workspace who they are.</summary>
internal static class SlackPeople
{
    public const string Port = "5992";

    public static async Task RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:" + port);
        await using var app = builder.Build();
        app.MapGet("/health/live", () => "");
        app.MapPost("/api/users.info", async context =>
        {
            var user = (await context.Request.ReadFormAsync())["user"].ToString();
            var number = int.Parse(user[1..], System.Globalization.CultureInfo.InvariantCulture);
            await context.Response.WriteAsJsonAsync(new
            {
                ok = true,
                user = new { id = user, team_id = "T1", locale = "en-US", tz = "Europe/Stockholm", is_email_confirmed = true, profile = new { real_name = "Somebody", email = $"person{number:D12}@contoso.example" } },
            });
        });
        await app.RunAsync();
    }
}
