using ResetBot.Cards.Words;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <summary>Tells people in the chats that they have with us, other than the one in which it happened: there a word stops it.</summary>
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
        var others = notice.IsAboutChats
            ? known.DistinctBy(chat => chat.Person).Where(chat => chat.Person != notice.Actor)
            : known.DistinctBy(chat => chat.Channel).Where(chat => chat.Channel != notice.Channel);
        foreach (var chat in others)
        {
            chats.Tell(work, notice.Account, chat, told, work.Now + ToldWithin);
        }
    }
}
