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
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <inheritdoc cref="IApprovalRequests"/>
internal sealed class ApprovalRequests(IMethodsOffered offered, HouseLook look) : IApprovalRequests
{
    public void Ask(IUnitOfWork work, Account approver, ApprovalRequest request, string language)
    {
        if (approver.ObjectId is { } objectId)
        {
            var carried = new ApprovalDelivery.Carried(objectId, new CaseEvent(request.CaseId, CaseNews.ApprovalAsked) { Name = request.Name });
            work.Send(new OutgoingMessage(
                request.Id, "approval/" + objectId, ApprovalDelivery.Kind, JsonSerializer.SerializeToUtf8Bytes(carried), ExpiresAt: request.ExpiresAt));
        }

        if (approver.Mail is { } mailbox && offered.Offers(MethodKind.Email))
        {
            var words = WordBook.For(language);
            var id = Draw.Name();
            var body = words.Say("mail.approval.body", approver.DisplayName, request.Name, words.Moment(request.ExpiresAt) + " UTC", look.Name);
            var message = new CourierMessage(id, "email", mailbox, words.Say("mail.approval.subject", request.Name), body, words.Language);
            work.Send(new OutgoingMessage(id, "email/" + mailbox, "email", JsonSerializer.SerializeToUtf8Bytes(message), ExpiresAt: request.ExpiresAt));
        }
    }
}
