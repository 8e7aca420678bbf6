namespace ResetBot.Testing.Teams;

/// <summary>What the connector stand-in answers to one call.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; empty for none.</param>
/// <param name="Headers">Headers, each as "Name: value".</param>
public sealed record ScriptedAnswer(int Status, string Body = "", params string[] Headers)
{
    /// <summary>An error in the Bot Framework's shape.</summary>
    public static ScriptedAnswer Error(int status, string code, params string[] headers) =>
        new(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Scripted.\"}}", headers);

    /// <summary>An error in the shape that Teams uses for what a person has blocked.</summary>
    public static ScriptedAnswer SubCode(int status, string subCode) =>
        new(status, $$"""{"errorCode":209,"message":"{\"subCode\":\"{{subCode}}\",\"details\":null}"}""");

    /// <summary>Never answers; the connection is held until the caller gives up.</summary>
    public static ScriptedAnswer Silence { get; } = new(0);

    /// <summary>Cuts the connection instead of answering.</summary>
    public static ScriptedAnswer HangUp { get; } = new(-1);
}
