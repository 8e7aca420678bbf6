using System.Text.Json;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Look;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <inheritdoc cref="ICodeMessages"/>
internal sealed class CodeMessages(CaseAccounts accounts, HouseLook look, TimeProvider clock) : ICodeMessages
{
    public async Task QueueAsync(IUnitOfWork work, CodeMessage message, CancellationToken cancellation)
    {
        var words = WordBook.For(message.Case.Language);
        var account = await accounts.OfAsync(message.Case, cancellation);
        var masked = Mask.Address(account?.UserName ?? "");
        var purpose = words.Say(message.Confirms ? "purpose.register" : Purposes.Of(message.Case.Operation));
        var place = words.Say("place." + message.Case.Conversation.Split('/')[0]);
        var code = message.Code.Reveal().ToString();
        var minutes = (int)Math.Ceiling((message.ExpiresAt - clock.GetUtcNow()).TotalMinutes);
        var id = Draw.Name();
        var courier = FactorTable.Published.Of(message.Kind).Way switch
        {
            CodeWay.Mail => new CourierMessage(
                id,
                CourierWays.Mail,
                message.Destination,
                words.Say("mail.code.subject", look.Name),
                words.Say("mail.code.body", code, purpose, masked, place, minutes),
                words.Language,
                code),
            CodeWay.Text => new CourierMessage(id, CourierWays.Text, message.Destination, "", words.Say("sms.code", code, purpose, masked, place), words.Language),
            CodeWay.Call => new CourierMessage(
                id, CourierWays.Call, message.Destination, "", words.Say("voice.code", look.Name, place, purpose, Spoken(masked, words), Spelled(code)), words.Language),
            var way => throw new ArgumentOutOfRangeException(nameof(message), way, "carries no code"),
        };

        // A lane of its own for each destination: a mail server that is down must not hold back the text message.
        var via = message.IsDecoy ? NowhereCourier.Way : courier.Via;
        work.Send(new OutgoingMessage(
            id, message.IsDecoy ? $"{via}/{id}" : $"{via}/{courier.To}", via, JsonSerializer.SerializeToUtf8Bytes(courier), Sensitive: true, message.ExpiresAt));
    }

    // What reads it out makes a pause at each comma.
    private static string Spelled(string code) => string.Join(", ", code.AsEnumerable());

    // a***@contoso.example, as one says it.
    private static string Spoken(string masked, WordBook words) =>
        masked.Split("***@") is [{ Length: 1 } first, var domain] ? words.Say("voice.account", first, domain) : masked;
}
