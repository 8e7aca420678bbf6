using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Model;
using ResetBot.Cards.Rendering;
using ResetBot.Dialogs.Status;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.Home;

/// <summary>What stands in a person's Home tab: what <c>status</c> says, and a button for each thing that they can begin.</summary>
internal sealed class SlackHomeTabView(StatusReport report, IUnitsOfWork units)
{
    /// <summary>The blocks, in the person's language.</summary>
    public Task<Drawn> DrawAsync(SlackSender sender, SlackPerson person, CancellationToken cancellation) => units.RunAsync(
        async work =>
        {
            var place = sender.Reference(person.Direct ?? "") with { UserName = person.Name, ObjectId = person.ObjectId };
            var chosen = (await work.FindAsync<Conversation>(place.Key, cancellation))?.ChosenLanguage;
            var beside = new Conversation { Key = place.Key, Reference = place, ChosenLanguage = chosen, Locale = person.Locale, TimeZone = person.TimeZone };
            var context = new DialogContext(work, beside, new Turn(ActivityKind.Other), cancellation);
            var isEnded = person.LinkedAt is { } linked && !await ChatLinks.IsStillAsync(work, sender.Person, linked, cancellation);
            if ((isEnded ? SlackRefusal.NoAccount : person.RefusedFor)?.ToUnserved() is { } unserved)
            {
                var why = new RefusalCard(
                    context.Words.Say(unserved.Sentence), unserved.IsLinkable ? [context.Words.Say("link.how")] : [], unserved.Code, HelpDesk: null, Advice: null);
                return new Drawn(Blocks(why, context), IsWhole: true, work.Now);
            }

            var (standing, isWhole) = await report.OfAsync(context);
            return new Drawn(Blocks(new HomeCard(standing), context), isWhole, work.Now);
        },
        cancellation);

    // Its buttons belong to no question.
    private static ReadOnlyMemory<byte> Blocks(ICard card, DialogContext context) => BlockKitRenderer.Render(card.Draw(context.Words), "", context.Words);

    /// <param name="Blocks">What is shown.</param>
    /// <param name="IsWhole">Whether the directory said how the account stands; else it says that it did not.</param>
    /// <param name="At">How things stood when (UTC).</param>
    internal sealed record Drawn(ReadOnlyMemory<byte> Blocks, bool IsWhole, DateTimeOffset At);
}
