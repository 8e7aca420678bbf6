namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>Stands in where the host registers no words of its own.</summary>
internal sealed class BuiltInTeamsWords : ITeamsWords
{
    public string StillWorking(string? locale) =>
        IsSwedish(locale)
            ? "Det tar längre tid än vanligt. Vänta en stund; om inget händer inom en minut, tryck en gång till."
            : "This is taking longer than usual. Please wait; if nothing has happened within a minute, tap once more.";

    public string Taken(string? locale) => IsSwedish(locale) ? "Mottaget." : "Received.";

    private static bool IsSwedish(string? locale) => locale?.StartsWith("sv", StringComparison.OrdinalIgnoreCase) is true;
}
