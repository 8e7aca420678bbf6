using ResetBot.Cards.Words;
using ResetBot.Dialogs.Privacy;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Privacy;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Pages.Privacy;

/// <summary>Hands over, once, what is kept of the person whose page it is.</summary>
internal sealed class ExportForms(
    PrivacyDesk desk, IUnitsOfWork units, IConversationsOfPeople conversations, IEnumerable<IChannelRecords> records, PageViews views, TimeProvider clock)
{
    private const string FileName = "resetbot-my-data.json";

    public async Task<IResult> TakeAsync(HttpContext context, string handle, Visitor visitor, LinkView.OpenHere open)
    {
        // Whatever the browser does from here on, what was handed over is noted.
        var (export, kept) = await units.RunAsync(
            async work =>
            {
                var given = await desk.ExportAsync(work, handle, visitor, CancellationToken.None);
                return (given, given is Export.Given { Data: var data } ? await ChannelsAsync(work, open.Case.Conversation, data) : ChannelFiles.None);
            },
            CancellationToken.None);
        return export switch
        {
            Export.Given given => File(given.Data, kept),
            Export.Unavailable => await views.OpenAsync(context, open, WordBook.For(open.Case.Language).Say("page.unavailable.here"), null),
            Export.Gone => SecurePage.Again(context),
            _ => throw new InvalidOperationException($"unknown outcome {export.GetType().Name}"),
        };
    }

    private IResult File(PersonalData data, ChannelFiles kept) =>
        Results.File(DataFile.Write(data, kept, clock.GetUtcNow()), "application/json", FileName);

    // Those with the person of the conversation in which it was asked for; the chat page in the browser knows nobody.
    private async Task<ChannelFiles> ChannelsAsync(IUnitOfWork work, string askedIn, PersonalData data)
    {
        List<ConversationFile> found = [];
        var person = (await work.FindAsync<Conversation>(askedIn, CancellationToken.None))?.Reference.ObjectId ?? data.Account.Value;
        foreach (var key in conversations.Of(person))
        {
            if (await work.FindAsync<Conversation>(key, CancellationToken.None) is { } conversation)
            {
                found.Add(ConversationFile.Of(conversation));
            }
        }

        List<ChannelRecord> said = [];
        foreach (var channel in records)
        {
            said.AddRange(await channel.OfAsync(work, person, CancellationToken.None));
        }

        return new ChannelFiles(found, said);
    }
}
