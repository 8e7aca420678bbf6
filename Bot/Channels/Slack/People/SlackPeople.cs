using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>Finds out who somebody in Slack is in the company.</summary>
internal sealed class SlackPeople(
    SlackCalls slack, SlackWorkspaces workspaces, IDirectory directory, IUnitsOfWork units, SlackOptions options)
{
    /// <summary>The person; with <see cref="SlackPerson.RefusedFor"/> when nobody is served under this id.</summary>
    /// <param name="sender">Who.</param>
    /// <param name="place">Where they wrote; null for nowhere.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SlackUnavailableException">Slack does not say who it is.</exception>
    /// <exception cref="DirectoryUnavailableException">The directory does not say whose account it is.</exception>
    public async Task<SlackPerson> FindAsync(SlackSender sender, string? place, CancellationToken cancellation)
    {
        var known = await units.RunAsync(work => FreshAsync(work, sender, cancellation), cancellation);
        if (known is not null)
        {
            return known;
        }

        var asked = await AskAsync(sender, cancellation);
        return await units.RunAsync(work => NoteAsync(work, sender, SlackId.IsDirect(place) ? place : null, asked, cancellation), cancellation);
    }

    private static async Task<SlackPerson> NoteAsync(IUnitOfWork work, SlackSender sender, string? direct, SlackPerson asked, CancellationToken cancellation)
    {
        var person = await work.FindAsync<SlackPerson>(sender.Key, cancellation) ?? new SlackPerson { Key = sender.Key, AskedAt = work.Now };
        (person.AskedAt, person.ObjectId, person.RefusedFor, person.LinkedAt) = (work.Now, asked.ObjectId, asked.RefusedFor, asked.LinkedAt);
        (person.Name, person.Locale, person.TimeZone, person.Direct) = (asked.Name, asked.Locale, asked.TimeZone, direct ?? person.Direct);
        work.Save(person);
        if (person.Direct is not null
            && await work.FindAsync<Conversation>($"{SlackTurns.Channel}/{sender.In(person.Direct)}", cancellation) is { Owner: { } owner } conversation
            && owner != asked.ObjectId && !await IsLinkedSinceAsync(work, sender, asked, cancellation))
        {
            // What was begun there was somebody else's, and what others want of them does not come here any more.
            conversation.Forget();
            work.Save(conversation);
        }

        return person;
    }

    // Somebody who was linked while Slack was asked is who they are by that: the next thing that they do asks anew.
    private static async Task<bool> IsLinkedSinceAsync(IUnitOfWork work, SlackSender sender, SlackPerson asked, CancellationToken cancellation) =>
        asked.RefusedFor?.IsLinkable() == true && await ChatLinks.FindAsync(work, sender.Person, cancellation) is not null;

    /// <summary>What is known of a person is out of date.</summary>
    public Task ForgetAsync(SlackSender sender, CancellationToken cancellation) => units.RunAsync(
        async work =>
        {
            if (await work.FindAsync<SlackPerson>(sender.Key, cancellation) is { } person)
            {
                person.AskedAt = DateTimeOffset.UnixEpoch;
                work.Save(person);
            }

            return true;
        },
        cancellation);

    /// <summary>The conversation of a person with the bot.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not open it.</exception>
    public async Task<string> DirectAsync(SlackSender sender, CancellationToken cancellation)
    {
        if ((await units.RunAsync(work => work.FindAsync<SlackPerson>(sender.Key, cancellation), cancellation))?.Direct is { } known)
        {
            return known;
        }

        var answer = await slack.AskAsync(sender.Home, "conversations.open", [new("users", sender.User)], cancellation);
        JsonElement? body = answer.IsRight ? answer.Body : null;
        if (body.Member("channel"u8).Text("id"u8) is not { } direct || !SlackId.IsDirect(direct))
        {
            throw new SlackUnavailableException($"Slack does not open a conversation: {answer.Error}.")
            {
                RetryAfter = answer.RetryAfter,
                IsForGood = answer.IsClosed,
            };
        }

        return await units.RunAsync(
            async work =>
            {
                if (await work.FindAsync<SlackPerson>(sender.Key, cancellation) is { } person)
                {
                    person.Direct = direct;
                    work.Save(person);
                }

                return direct;
            },
            cancellation);
    }

    // What was said longer ago counts no more, also while Slack is silent.
    private async Task<SlackPerson?> FreshAsync(IUnitOfWork work, SlackSender sender, CancellationToken cancellation) =>
        await work.FindAsync<SlackPerson>(sender.Key, cancellation) is { } person
            && work.Now - person.AskedAt is var age && age >= TimeSpan.Zero && age < options.PersonKept
            && await IsAsLinkedAsync(work, person, sender, cancellation)
            ? person
            : null;

    // A link that was made or ended since counts at once.
    private static async Task<bool> IsAsLinkedAsync(IUnitOfWork work, SlackPerson person, SlackSender sender, CancellationToken cancellation) =>
        (person.LinkedAt is null && person.RefusedFor?.IsLinkable() != true)
        || await ChatLinks.IsStillAsync(work, sender.Person, person.LinkedAt, cancellation);

    private async Task<SlackPerson> AskAsync(SlackSender sender, CancellationToken cancellation)
    {
        var answer = await slack.AskAsync(sender.Home, "users.info", [new("user", sender.User), new("include_locale", "true")], cancellation);
        var person = new SlackPerson { Key = sender.Key, AskedAt = default };
        if (answer.Error is "user_not_found" or "user_not_visible" or "users_not_found")
        {
            person.RefusedFor = SlackRefusal.NotFound;
            return person;
        }

        if (!answer.IsRight || answer.Body.Member("user"u8) is not { } user)
        {
            throw new SlackUnavailableException($"Slack does not say who it is: {answer.Error}.") { RetryAfter = answer.RetryAfter };
        }

        var profile = user.Member("profile"u8);
        person.Name = WireText.Name(profile.Text("real_name"u8) ?? user.Text("real_name"u8) ?? user.Text("name"u8));
        person.Locale = WireText.Token(user.Text("locale"u8), most: 35);
        person.TimeZone = WireText.Token(user.Text("tz"u8), most: 64);
        person.RefusedFor = Objection(user, sender.User, await workspaces.HomeAsync(sender.Home, cancellation)) ?? await IdentifyAsync(person, AddressOf(user), cancellation);
        if (person.RefusedFor?.IsLinkable() == true)
        {
            await LookForLinkAsync(person, sender, cancellation);
        }

        return person;
    }

    private static SlackRefusal? Objection(JsonElement user, string id, SlackHome home)
    {
        var told = (JsonElement?)user;
        return told switch
        {
            _ when user.Text("id"u8) != id => SlackRefusal.SomebodyElse,
            _ when told.IsTrue("deleted"u8) => SlackRefusal.Deleted,
            _ when told.IsTrue("is_bot"u8) || told.IsTrue("is_workflow_bot"u8) || id == "USLACKBOT" => SlackRefusal.Bot,
            _ when told.IsTrue("is_restricted"u8) || told.IsTrue("is_ultra_restricted"u8) => SlackRefusal.Guest,
            _ when told.IsTrue("is_stranger"u8) || !home.IsMember(user) => SlackRefusal.AnotherWorkspace,
            _ => null,
        };
    }

    // An address that nobody confirmed is anybody's.
    private static string? AddressOf(JsonElement user) =>
        ((JsonElement?)user).IsTrue("is_email_confirmed"u8) ? user.Member("profile"u8).Text("email"u8) : null;

    private async Task<SlackRefusal?> IdentifyAsync(SlackPerson person, string? address, CancellationToken cancellation)
    {
        if (!options.EmailsAreManaged)
        {
            return SlackRefusal.NotManaged;
        }

        if (address is not { Length: > 0 and <= 254 })
        {
            return SlackRefusal.NoConfirmedAddress;
        }

        try
        {
            var account = await directory.FindByUserNameAsync(address, cancellation);
            person.ObjectId = account is not null && IsOf(account, address) ? account.KnownAs : null;
            return person.ObjectId is null ? SlackRefusal.NoAccount : null;
        }
        catch (AccountNotUniqueException)
        {
            return SlackRefusal.SeveralAccounts;
        }
    }

    // Where the address says nothing, what the person once proved does.
    private async Task LookForLinkAsync(SlackPerson person, SlackSender sender, CancellationToken cancellation)
    {
        if (await units.RunAsync(work => ChatLinks.FindAsync(work, sender.Person, cancellation), cancellation) is not { } link)
        {
            return;
        }

        if (await directory.GetAsync(link.Account, cancellation) is { } account)
        {
            (person.ObjectId, person.RefusedFor, person.LinkedAt) = (account.KnownAs, null, link.LinkedAt);
        }
    }

    private static bool IsOf(Account account, string address) =>
        ((string?[])[account.UserName, account.Mail, .. account.MailboxAliases]).Contains(address, StringComparer.OrdinalIgnoreCase);
}
