using System.Text.Json.Nodes;

namespace ResetBot.Testing.Slack;

/// <summary>What Slack says when it does not do something: <c>{"ok":false,"error":…}</c>, with status 200. https://docs.slack.dev/apis/web-api/#responses</summary>
public sealed class SlackErrorException : Exception
{
    public SlackErrorException()
    {
    }

    public SlackErrorException(string error)
        : base(error)
    {
    }

    public SlackErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The scope that would be needed.</summary>
    public string? Needed { get; init; }

    /// <summary>The scopes that there are.</summary>
    public string? Provided { get; init; }

    public JsonObject ToJson()
    {
        var answer = new JsonObject { ["ok"] = false, ["error"] = Message };
        if (Needed is not null)
        {
            answer["needed"] = Needed;
            answer["provided"] = Provided;
        }

        return answer;
    }
}
