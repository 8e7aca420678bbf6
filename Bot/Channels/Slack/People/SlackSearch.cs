using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Outbox;
using ResetBot.Recovery.Accounts;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>
/// Finds the owner of an account in Slack by its addresses, where members cannot change theirs. Whoever is found is looked at as if they had written: what
/// Slack says of them has to lead back to the account.
/// </summary>
internal sealed class SlackSearch(SlackCalls slack, SlackWorkspaces workspaces, SlackPeople people, SlackConversations conversations, SlackOptions options)
    : IFindConversations
{
    public async Task<ConversationOpening?> FindAsync(Account account, CancellationToken cancellation)
    {
        if (!conversations.IsOn || !options.EmailsAreManaged)
        {
            return null;
        }

        try
        {
            List<ConversationOpening> failed = [];
            foreach (var home in await workspaces.HomesAsync(cancellation))
            {
                switch (await FindAsync(home, account, cancellation))
                {
                    case ConversationOpening.Opened opened:
                        return opened;
                    case ConversationOpening.Failed other:
                        failed.Add(other);
                        break;
                    default:
                        break;
                }
            }

            return failed.FirstOrDefault();
        }
        catch (SlackUnavailableException unavailable)
        {
            return new ConversationOpening.Failed(unavailable.ToDelivery());
        }
    }

    // What does not answer in one workspace hides nobody in another.
    private async Task<ConversationOpening?> FindAsync(SlackHome home, Account account, CancellationToken cancellation)
    {
        try
        {
            foreach (var address in AddressesOf(account))
            {
                if (await LookUpAsync(home.Sender("").Home, address, cancellation) is { } user
                    && await OpenAsync(home.Sender(user), account, cancellation) is { } opening)
                {
                    return opening;
                }
            }

            return null;
        }
        catch (SlackUnavailableException unavailable)
        {
            return new ConversationOpening.Failed(unavailable.ToDelivery());
        }
        catch (DirectoryUnavailableException unavailable)
        {
            return new ConversationOpening.Failed(new Delivery.Retry(null, unavailable.Message));
        }
    }

    // Whatever Slack refuses for good, it finds nobody. https://docs.slack.dev/reference/methods/users.lookupByEmail
    private async Task<string?> LookUpAsync(string home, string address, CancellationToken cancellation)
    {
        var answer = await slack.AskAsync(home, "users.lookupByEmail", [new("email", address)], cancellation);
        if (answer.IsPassing)
        {
            throw new SlackUnavailableException($"Slack does not say whose address it is: {answer.Error}.") { RetryAfter = answer.RetryAfter };
        }

        JsonElement? body = answer.IsRight ? answer.Body : null;
        return body.Member("user"u8).Text("id"u8) is { } user && SlackId.IsUser(user) ? user : null;
    }

    private async Task<ConversationOpening?> OpenAsync(SlackSender sender, Account account, CancellationToken cancellation)
    {
        var person = await people.FindAsync(sender, place: null, cancellation);
        if (person.RefusedFor is not null || person.LinkedAt is not null || person.ObjectId != account.KnownAs)
        {
            return null;
        }

        var opening = await conversations.OpenAsync(sender.Reference("") with { UserName = person.Name, ObjectId = person.ObjectId }, cancellation);
        return opening is ConversationOpening.Opened opened ? opened with { Locale = person.Locale, TimeZone = person.TimeZone } : opening;
    }

    private static IEnumerable<string> AddressesOf(Account account) =>
        ((string?[])[account.UserName, account.Mail]).OfType<string>().Where(name => name.Contains('@', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase);
}
