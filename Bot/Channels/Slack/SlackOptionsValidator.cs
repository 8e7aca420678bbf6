using Microsoft.Extensions.Options;
using ResetBot.Bot.Hosting;

namespace ResetBot.Bot.Channels.Slack;

internal sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    // Slack's own are 32 hexadecimal digits.
    private const int ShortestSecret = 16;

    // https://docs.slack.dev/apis/events-api/using-socket-mode#connections
    private const int MostSockets = 10;

    // Slack says "50+" a minute for chat.update, ten of which may come at once beside these.
    private const int MostChanges = 40;
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan LongestKept = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        List<string> faults = [.. Secrets(options), .. Installs(options), .. Ranges(options)];
        if (!ProtectedAddress.Is(options.ApiUrl) || !options.ApiUrl.AbsoluteUri.EndsWith('/'))
        {
            faults.Add($"Slack:ApiUrl is an https address (http on loopback only) that ends with a slash; found '{options.ApiUrl}'.");
        }

        if (!ProtectedAddress.Is(options.AuthorizeUrl) || options.AuthorizeUrl.Query.Length > 0)
        {
            faults.Add($"Slack:AuthorizeUrl is an https address (http on loopback only) without a query; found '{options.AuthorizeUrl}'.");
        }

        faults.AddRange(options.AllowedWorkspaces
            .Where(id => !SlackId.IsWorkspace(id))
            .Select(id => $"Slack:AllowedWorkspaces has ids of workspaces (T…) and organisations (E…); found '{id}'."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Secrets(SlackOptions options)
    {
        if (options.SigningSecret.Length is > 0 and < ShortestSecret)
        {
            yield return $"Slack:SigningSecret has {ShortestSecret} characters or more; found {options.SigningSecret.Length}.";
        }

        if (options.PreviousSigningSecret.Length > 0 && (options.SigningSecret.Length == 0 || options.PreviousSigningSecret.Length < ShortestSecret))
        {
            yield return $"Slack:PreviousSigningSecret has {ShortestSecret} characters or more, and stands beside Slack:SigningSecret; found {options.PreviousSigningSecret.Length}.";
        }

        if (options.BotToken.Length > 0 && !options.BotToken.StartsWith("xoxb-", StringComparison.Ordinal))
        {
            yield return "Slack:BotToken begins with xoxb-; found another kind of token.";
        }

        if (options.UsesSockets && !options.AppToken.StartsWith("xapp-", StringComparison.Ordinal))
        {
            yield return "Slack:AppToken begins with xapp-; found another kind of token.";
        }

        if ((options.TakesRequests || options.UsesSockets) != (options.BotToken.Length > 0 || options.TakesInstalls))
        {
            yield return options.TakesInstalls
                ? "Slack:ClientId comes with Slack:SigningSecret (requests) or Slack:AppToken (Socket Mode); found neither."
                : "Slack:BotToken comes with Slack:SigningSecret (requests) or Slack:AppToken (Socket Mode); found one without the other.";
        }
    }

    // Where Slack sends the browser back is checked with ResetBot:PublicBaseUrl.
    private static IEnumerable<string> Installs(SlackOptions options)
    {
        if (options.ClientId.Length > 0 != options.ClientSecret.Length > 0)
        {
            yield return "Slack:ClientId comes with Slack:ClientSecret; found one without the other.";
        }

        if (options.TakesInstalls && options.BotToken.Length > 0)
        {
            yield return "Slack:BotToken is of one workspace, and Slack:ClientId installs the app in several; found both: leave Slack:BotToken out, and install the app there at /slack/install.";
        }

        if (options.TakesInstalls && options.AllowedWorkspaces.Count == 0)
        {
            yield return "Slack:AllowedWorkspaces names the workspaces (T…) or organisations (E…) in which the app may be installed with Slack:ClientId; found none.";
        }
    }

    private static IEnumerable<string> Ranges(SlackOptions options)
    {
        if (options.TurnLimit <= TimeSpan.Zero || options.TurnLimit > LongestTurn)
        {
            yield return $"Slack:TurnLimit is more than zero and at most {LongestTurn}; found {options.TurnLimit}.";
        }

        if (options.PersonKept < TimeSpan.Zero || options.PersonKept > LongestKept)
        {
            yield return $"Slack:PersonKept is 00:00:00 to {LongestKept}; found {options.PersonKept}.";
        }

        if (options.Sockets is < 1 or > MostSockets)
        {
            yield return $"Slack:Sockets is 1 to {MostSockets}; found {options.Sockets}.";
        }

        if (options.CardsClosedPerMinute is < 0 or > MostChanges)
        {
            yield return $"Slack:CardsClosedPerMinute is 0 to {MostChanges}; found {options.CardsClosedPerMinute}.";
        }

        if (options.MaxBodyBytes is < 64 * 1024 or > 16 * 1024 * 1024)
        {
            yield return $"Slack:MaxBodyBytes is 65536 to 16777216; found {options.MaxBodyBytes}.";
        }
    }
}
