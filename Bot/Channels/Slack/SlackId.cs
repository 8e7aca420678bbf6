namespace ResetBot.Bot.Channels.Slack;

/// <summary>Slack's ids: a letter that says what it is, then capital letters and digits.</summary>
internal static class SlackId
{
    private const int Longest = 32;

    public static bool IsWorkspace(string? id) => Is(id, 'T') || Is(id, 'E');

    /// <summary>A person or a bot; in an organisation some begin with W.</summary>
    public static bool IsUser(string? id) => Is(id, 'U') || Is(id, 'W');

    /// <summary>Any place where messages stand.</summary>
    public static bool IsChannel(string? id) => IsDirect(id) || Is(id, 'C') || Is(id, 'G');

    /// <summary>The conversation of one person with the bot.</summary>
    public static bool IsDirect(string? id) => Is(id, 'D');

    private static bool Is(string? id, char kind) =>
        id is { Length: >= 2 and <= Longest } && id[0] == kind && id.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
}
