using ResetBot.Cards.Words;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <inheritdoc/>
internal sealed class TeamsWords : ITeamsWords
{
    public string StillWorking(string? locale) => WordBook.For(locale).Say("chat.stillWorking");

    public string Taken(string? locale) => WordBook.For(locale).Say("chat.taken");
}
