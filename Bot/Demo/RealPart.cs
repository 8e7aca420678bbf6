namespace ResetBot.Bot.Demo;

/// <summary>
/// Something that serves real people (an app id, a directory). Each capability that can have one registers it, and demo mode refuses to
/// start beside one that is set.
/// </summary>
/// <param name="Setting">The setting that brings it in, for example <c>Teams:AppId</c>.</param>
/// <param name="Found">The value found there, fit to be shown; null or empty where it is not set.</param>
internal sealed record RealPart(string Setting, string? Found)
{
    public bool IsSet => !string.IsNullOrWhiteSpace(Found);
}
