using System.Text.Json;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Hosting;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Objections;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <summary>Tells people by mail and text message, and administrators where a policy says so.</summary>
internal sealed class Notices(IMethodsOffered offered, PolicyBook policies, ObjectionLinks objections, PublicAddress address, DirectoryMethods fromDirectory, CostCap costs)
{
    /// <summary>Tells what happened; says whether its person is told.</summary>
    public async Task<bool> TellAsync(IUnitOfWork work, Notice notice, CancellationToken cancellation)
    {
        var tellsPerson = notice.IsAlwaysTold || notice.Case is null || policies.TellsPerson(notice.Case, notice.Account);
        if (tellsPerson)
        {
            await TellPersonAsync(work, notice, cancellation);
        }
        else
        {
            work.Append(notice.Entry(AuditEvent.PersonNotTold, ("notice", notice.GetType().Name)));
        }

        if (Administrators(notice) is var (to, subject, body) && offered.Offers(MethodKind.Email))
        {
            TellAdministrators(work, notice, to, subject, body);
        }

        return tellsPerson;
    }

    private (string To, string Subject, string Body)? Administrators(Notice notice) => notice switch
    {
        Notice.PasswordReset reset when policies.ToldOfAdministrators(reset.Of, notice.Account) is { } to =>
            (to, "mail.administrator.subject", "mail.administrator.body"),
        Notice.RecoveryStopped when policies.ToldOfObjections(notice.Account) is { } to => (to, "mail.objection.subject", "mail.objection.body"),
        _ => null,
    };

    private async Task TellPersonAsync(IUnitOfWork work, Notice notice, CancellationToken cancellation)
    {
        var words = WordBook.For(notice.Language);
        var text = new NoticeText(notice, words, work.Now);
        var told = Recipients(notice).Where(recipient => offered.Offers(recipient.Kind)).Distinct().ToList();
        foreach (var (kind, to) in told)
        {
            var link = text.CanObject ? Link(work, notice, Mask.Destination(kind, to)) : null;
            var message = kind == MethodKind.Email ? text.Mail(Draw.Name(), to, link) : text.Sms(Draw.Name(), to, link);
            work.Send(new OutgoingMessage(
                message.Id, $"{message.Via}/{to}", message.Via, JsonSerializer.SerializeToUtf8Bytes(message), Sensitive: link is not null));
            if (kind == MethodKind.Sms)
            {
                await costs.NoteAsync(work, notice.Account.Id.Value, to, cancellation);
            }
        }

        var ways = string.Join(", ", told.Select(recipient => Mask.Destination(recipient.Kind, recipient.To)));
        work.Append(notice.Entry(AuditEvent.PersonTold, ("notice", notice.GetType().Name), ("to", ways)));
    }

    private string Link(IUnitOfWork work, Notice notice, string sentTo) => address.OfObjection(
        objections.Issue(work, notice.Account.Id, notice.GetType().Name, notice.Case?.Id, sentTo, notice.Language));

    private static void TellAdministrators(IUnitOfWork work, Notice notice, string to, string subject, string body)
    {
        var words = WordBook.For(notice.Language);
        var id = Draw.Name();
        var (account, at) = (notice.Account, words.Moment(work.Now) + " UTC");
        var message = new CourierMessage(
            id,
            "email",
            to,
            words.Say(subject, account.DisplayName),
            words.Say(body, account.DisplayName, account.UserName, at, NoticeText.Place(notice, words), notice.Record.HelpDeskCase ?? ""),
            words.Language);
        work.Send(new OutgoingMessage(id, $"email/{to}", "email", JsonSerializer.SerializeToUtf8Bytes(message)));
        work.Append(notice.Entry(AuditEvent.AdministratorsTold, ("notice", notice.GetType().Name), ("to", Mask.Address(to))));
    }

    // The account's mailbox, and every registered way: also the one that is being replaced, since its owner may be the victim. A mobile that is
    // registered for calls gets a text message, which nobody has to pick up. Where an entry of the directory was the proof, all of those that are
    // trusted: who has stolen the phone does not read the mail.
    private IEnumerable<(MethodKind Kind, string To)> Recipients(Notice notice)
    {
        if (notice.Account.Mail is { } mailbox)
        {
            yield return (MethodKind.Email, mailbox);
        }

        foreach (var method in notice.Record.Methods.Where(method => FactorTable.Published.Of(method.Kind).Way != CodeWay.None))
        {
            yield return (method.Kind == MethodKind.Email ? MethodKind.Email : MethodKind.Sms, method.Destination);
        }

        if (notice.Case?.Used.Any(kind => FactorTable.Published.Of(kind).Tie == AccountTie.Unconfirmed) == true)
        {
            foreach (var entry in fromDirectory.Unconfirmed(notice.Account, policies.InForce.Of(notice.Account)?.RegisterByDirectory ?? DirectoryTrust.None))
            {
                yield return (entry.Kind == MethodKind.DirectoryEmail ? MethodKind.Email : MethodKind.Sms, entry.Destination);
            }
        }
    }
}
