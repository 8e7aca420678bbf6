using ResetBot.Cards.Words;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <summary>
/// Tells people in the chats that they have with us, other than that of who did it: there a word stops it. Each person of a channel hears of it, since one
/// of them may have been linked by somebody else.
/// </summary>
internal sealed class ChatNotices(IPersonalChats chats) : IHearNotices
{
    private static readonly TimeSpan ToldWithin = TimeSpan.FromDays(1);

    public async Task HearAsync(IUnitOfWork work, Notice notice, bool personIsTold, CancellationToken cancellation)
    {
        if (!personIsTold)
        {
            return;
        }

        var text = new NoticeText(notice, WordBook.For(notice.Language), work.Now);
        var told = new CaseEvent("", CaseNews.Noticed)
        {
            Name = text.CanObject ? "notice.chat" : "notice.chatOnly",
            Sentence = text.Chat.Sentence,
            Values = text.Chat.Values,
        };
        var known = await chats.OfAsync(work, notice.Account, cancellation);
        var others = known.DistinctBy(chat => chat.Person).Where(chat => chat.Person != notice.Actor);
        foreach (var chat in others)
        {
            chats.Tell(work, notice.Account, chat, told, work.Now + ToldWithin);
        }
    }
}
