using System.Text.Json;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Look;
using ResetBot.Bot.Outbox;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Vouching;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <inheritdoc cref="IApprovalRequests"/>
internal sealed class ApprovalRequests(IMethodsOffered offered, HouseLook look) : IApprovalRequests
{
    // What is only told is in a mail too.
    private static readonly TimeSpan ToldWithin = TimeSpan.FromDays(1);

    public void Ask(IUnitOfWork work, Account approver, ApprovalRequest request, string language)
    {
        Chat(work, request.Id, approver, new CaseEvent(request.CaseId, CaseNews.ApprovalAsked) { Name = request.Name }, request.ExpiresAt);
        Mail(work, approver, "mail.approval", request.Name, request.ExpiresAt, language);
    }

    public void Invite(IUnitOfWork work, Account colleague, VouchingInvitation invitation, string language)
    {
        Chat(work, invitation.Id, colleague, new CaseEvent("", CaseNews.VouchingAsked) { Name = invitation.Name }, invitation.ExpiresAt);
        Mail(work, colleague, "mail.invitation", invitation.Name, invitation.ExpiresAt, language);
    }

    public void Tell(IUnitOfWork work, Account person, CaseNews news, string name) =>
        Chat(work, Draw.Name(), person, new CaseEvent("", news) { Name = name }, work.Now + ToldWithin);

    private static void Chat(IUnitOfWork work, string id, Account to, CaseEvent told, DateTimeOffset until)
    {
        var carried = new ApprovalDelivery.Carried(to.KnownAs, told);
        work.Send(new OutgoingMessage(id, "approval/" + to.KnownAs, ApprovalDelivery.Kind, JsonSerializer.SerializeToUtf8Bytes(carried), ExpiresAt: until));
    }

    private void Mail(IUnitOfWork work, Account to, string sentences, string name, DateTimeOffset until, string language)
    {
        if (to.Mail is { } mailbox && offered.Offers(MethodKind.Email))
        {
            var words = WordBook.For(language);
            var id = Draw.Name();
            var body = words.Say(sentences + ".body", to.DisplayName, name, words.Moment(until) + " UTC", look.Name);
            var message = new CourierMessage(id, "email", mailbox, words.Say(sentences + ".subject", name), body, words.Language);
            work.Send(new OutgoingMessage(id, "email/" + mailbox, "email", JsonSerializer.SerializeToUtf8Bytes(message), ExpiresAt: until));
        }
    }
}
