using ResetBot.Bot.Pages;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Web;

/// <summary>What a form of the chat page sends.</summary>
/// <param name="Id">The same for every sending of one form: it counts once.</param>
/// <param name="Text">What was typed into the line at the bottom.</param>
/// <param name="Choice">The button that was tapped; null when none was.</param>
/// <param name="TimeZone">Where script is on: the browser's time zone.</param>
/// <param name="Leaves">The person is done with this browser.</param>
internal sealed record WebForm(string Id, string Text, CardChoice? Choice, string? TimeZone, bool Leaves)
{
    // An id of ours is shorter, and so is any IANA name.
    private const int LongestName = 64;

    public static WebForm Of(IFormCollection form)
    {
        var choice = form["choice"].ToString();
        var prompt = form["prompt"].ToString();
        return new WebForm(
            Short(form["id"].ToString()) ?? "",
            form["text"].ToString(),
            choice.Length == 0 ? null : new CardChoice(prompt.Length == 0 ? null : prompt, choice, form["input"].ToString()),
            Short(form["zone"].ToString()),
            form.ContainsKey("leave"));
    }

    /// <summary>The activity, as every channel has it.</summary>
    public Activity ToActivity(HttpContext context, WebSession session) => new()
    {
        Kind = ActivityKind.Message,
        From = session.Reference,
        Id = Id.Length > 0 ? Id : null,
        Text = Text.Trim(),
        Choice = Choice,
        Address = VisitorAddress.Of(context),
        Locale = BrowserLanguage.TagOf(context),
        TimeZone = TimeZone,
    };

    private static string? Short(string value) => value.Length is > 0 and <= LongestName ? value : null;
}
