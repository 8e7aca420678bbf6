using ResetBot.Bot.Turns;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Privacy;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Pages.Privacy;

/// <summary>Hands over, once, what is kept of the person whose page it is: to the browser, or to their chat where they want it there.</summary>
internal sealed class ExportForms(
    PrivacyDesk desk, IUnitsOfWork units, ChannelData channels, IEnumerable<IChannelFiles> files, PageViews views, TimeProvider clock)
{
    private const string FileName = "resetbot-my-data.json";

    public async Task<IResult> TakeAsync(HttpContext context, string handle, Visitor visitor, LinkView.OpenHere open, IFormCollection form)
    {
        var (words, conversation) = (WordBook.For(open.Case.Language), open.Case.Conversation);
        var chat = form.ContainsKey("chat") ? files.FirstOrDefault(channel => channel.Takes(conversation)) : null;

        // Whatever the browser does from here on, what was handed over is noted.
        var (export, file) = await units.RunAsync(
            async work =>
            {
                var given = await desk.ExportAsync(work, handle, visitor, toChat: chat is not null, CancellationToken.None);
                var content = given is Export.Given { Data: var data }
                    ? DataFile.Write(data, await channels.CollectAsync(work, conversation, data, CancellationToken.None), clock.GetUtcNow())
                    : [];
                if (given is Export.Given && chat is not null)
                {
                    var file = new ChatFile(open.Case.Id, FileName, words.Say("page.export.title"), words.Say("export.file"), words.Say("export.lost"), content);
                    await chat.SendAsync(work, conversation, file, CancellationToken.None);
                }

                return (given, content);
            },
            CancellationToken.None);
        return export switch
        {
            Export.Given when chat is not null => PageViews.Message(words, "page.export.sent", StatusCodes.Status200OK, tone: "good"),
            Export.Given => Results.File(file, "application/json", FileName),
            Export.Unavailable => await views.OpenAsync(context, open, words.Say("page.unavailable.here"), null),
            Export.Gone => SecurePage.Again(context),
            _ => throw new InvalidOperationException($"unknown outcome {export.GetType().Name}"),
        };
    }
}
