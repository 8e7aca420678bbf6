using System.Text.Json;
using ResetBot.Bot.Couriers;
using ResetBot.Cards;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <inheritdoc cref="INotices"/>
internal sealed class Notices(IMethodsOffered offered, PolicyBook policies) : INotices
{
    public Task TellAsync(IUnitOfWork work, Notice notice, CancellationToken cancellation)
    {
        // What looks like an attack is told whatever the policy says.
        if (notice is Notice.MoveTried || policies.TellsPerson(notice.Case, notice.Account))
        {
            TellPerson(work, notice);
        }
        else
        {
            work.Append(notice.Case.Entry(AuditEvent.PersonNotTold, ("notice", notice.GetType().Name)));
        }

        if (notice is Notice.PasswordReset && offered.Offers(MethodKind.Email) && policies.ToldOfAdministrators(notice.Case, notice.Account) is { } address)
        {
            TellAdministrators(work, notice, address);
        }

        return Task.CompletedTask;
    }

    private void TellPerson(IUnitOfWork work, Notice notice)
    {
        var words = WordBook.For(notice.Case.Language);
        var told = Recipients(notice).Where(recipient => offered.Offers(recipient.Kind)).Distinct().ToList();
        foreach (var (kind, to) in told)
        {
            var id = Draw.Name();
            var message = kind == MethodKind.Email ? Mail(id, to, notice, words, work.Now) : Text(id, to, notice, words);
            work.Send(new OutgoingMessage(id, $"{message.Via}/{to}", message.Via, JsonSerializer.SerializeToUtf8Bytes(message)));
        }

        var ways = string.Join(", ", told.Select(recipient => Mask.Destination(recipient.Kind, recipient.To)));
        work.Append(notice.Case.Entry(AuditEvent.PersonTold, ("notice", notice.GetType().Name), ("to", ways)));
    }

    private static void TellAdministrators(IUnitOfWork work, Notice notice, string address)
    {
        var words = WordBook.For(notice.Case.Language);
        var id = Draw.Name();
        var body = words.Say(
            "mail.administrator.body", notice.Account.DisplayName, notice.Account.UserName, words.Moment(work.Now) + " UTC", Place(notice, words));
        var message = new CourierMessage(id, "email", address, words.Say("mail.administrator.subject"), body, words.Language);
        work.Send(new OutgoingMessage(id, $"email/{address}", "email", JsonSerializer.SerializeToUtf8Bytes(message)));
        work.Append(notice.Case.Entry(AuditEvent.AdministratorsTold, ("to", Mask.Address(address))));
    }

    // The account's mailbox, and every registered way: also the one that is being replaced, since its owner may be the victim.
    private static IEnumerable<(MethodKind Kind, string To)> Recipients(Notice notice)
    {
        if (notice.Account.Mail is { } mailbox)
        {
            yield return (MethodKind.Email, mailbox);
        }

        foreach (var method in notice.Record.Methods.Where(method => method.Kind is MethodKind.Email or MethodKind.Sms))
        {
            yield return (method.Kind, method.Destination);
        }
    }

    private static CourierMessage Mail(string id, string to, Notice notice, WordBook words, DateTimeOffset at)
    {
        var (name, user, moment, place) = (notice.Account.DisplayName, notice.Account.UserName, words.Moment(at) + " UTC", Place(notice, words));
        return notice switch
        {
            Notice.PasswordReset => new CourierMessage(
                id, "email", to, words.Say("mail.reset.subject"), words.Say("mail.reset.body", name, user, moment, place), words.Language),
            Notice.PasswordChanged => new CourierMessage(
                id, "email", to, words.Say("mail.reset.subject"), words.Say("mail.change.body", name, user, moment, place), words.Language),
            Notice.AccountUnlocked => new CourierMessage(
                id, "email", to, words.Say("mail.unlock.subject"), words.Say("mail.unlock.body", name, user, moment, place), words.Language),
            Notice.MoveTried => new CourierMessage(
                id, "email", to, words.Say("mail.move.subject"), words.Say("mail.move.body", name, user, moment), words.Language),
            Notice.MethodRemoved removed => new CourierMessage(
                id, "email", to, words.Say("mail.removed.subject"), words.Say("mail.removed.body", name, user, moment, place, Method(removed.Method, words)), words.Language),
            Notice.MethodChanged changed => new CourierMessage(
                id, "email", to, words.Say("mail.method.subject"), words.Say("mail.method.body", name, user, moment, place, Method(changed.Method, words)), words.Language),
            _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.GetType().Name, "no such notice"),
        };
    }

    private static CourierMessage Text(string id, string to, Notice notice, WordBook words)
    {
        var user = Mask.Address(notice.Account.UserName);
        return notice switch
        {
            Notice.PasswordReset => new CourierMessage(id, "sms", to, "", words.Say("sms.reset", user)),
            Notice.PasswordChanged => new CourierMessage(id, "sms", to, "", words.Say("sms.change", user)),
            Notice.AccountUnlocked => new CourierMessage(id, "sms", to, "", words.Say("sms.unlock", user)),
            Notice.MoveTried => new CourierMessage(id, "sms", to, "", words.Say("sms.move", user)),
            Notice.MethodRemoved removed => new CourierMessage(id, "sms", to, "", words.Say("sms.removed", user, Method(removed.Method, words))),
            Notice.MethodChanged changed => new CourierMessage(id, "sms", to, "", words.Say("sms.method", user, Method(changed.Method, words))),
            _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.GetType().Name, "no such notice"),
        };
    }

    private static string Method(RegisteredMethod method, WordBook words)
    {
        var word = method.Kind switch
        {
            MethodKind.Email => MethodWord.Email,
            MethodKind.Sms => MethodWord.Sms,
            MethodKind.Authenticator => MethodWord.Authenticator,
            MethodKind.Passkey => MethodWord.Passkey,
            MethodKind.RecoveryCodes => MethodWord.RecoveryCodes,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method.Kind, "cannot be registered"),
        };
        return MethodNames.Of(word, method.Masked, words);
    }

    private static string Place(Notice notice, WordBook words) => words.Say("place." + notice.Case.Conversation.Split('/')[0]);
}
