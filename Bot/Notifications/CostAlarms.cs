using System.Text.Json;
using ResetBot.Bot.Couriers;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <inheritdoc cref="ICostAlarms"/>
internal sealed partial class CostAlarms(IMethodsOffered offered, PolicyBook policies, ILogger<CostAlarms> logger) : ICostAlarms
{
    public void Tell(IUnitOfWork work, CostAlarm alarm)
    {
        LogReached(logger, alarm.Prefix, alarm.Sent, alarm.OfStrangers ? "people who have proved nothing" : "everybody", alarm.Until);
        if (!offered.Offers(MethodKind.Email))
        {
            return;
        }

        // Nobody knows their languages.
        var words = WordBook.For(null);
        var name = alarm.OfStrangers ? "mail.costOfStrangers" : "mail.cost";
        var body = words.Say(name + ".body", alarm.Prefix, alarm.Sent, words.Moment(alarm.Until) + " UTC");
        foreach (var to in policies.Administrators)
        {
            var message = new CourierMessage(Draw.Name(), CourierWays.Mail, to, words.Say(name + ".subject", alarm.Prefix), body, words.Language);
            work.Send(new OutgoingMessage(message.Id, $"{message.Via}/{to}", message.Via, JsonSerializer.SerializeToUtf8Bytes(message)));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sent} text messages and calls went to +{Prefix} today: no more codes go there for {Whom} until {Until}")]
    private static partial void LogReached(ILogger logger, string prefix, int sent, string whom, DateTimeOffset until);
}
