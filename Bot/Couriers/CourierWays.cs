using ResetBot.Recovery.Methods;

namespace ResetBot.Bot.Couriers;

/// <summary>What the ways of codes are called where couriers carry them.</summary>
internal static class CourierWays
{
    public const string Mail = "email";
    public const string Text = "sms";
    public const string Call = "voice";

    /// <summary>The name; null where nothing has to be carried.</summary>
    public static string? Of(CodeWay way) => way switch
    {
        CodeWay.None => null,
        CodeWay.Mail => Mail,
        CodeWay.Text => Text,
        CodeWay.Call => Call,
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "no such way"),
    };
}
