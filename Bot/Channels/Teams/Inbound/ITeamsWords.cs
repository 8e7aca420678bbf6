namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>The few sentences that the channel itself says to a person, outside any dialog.</summary>
internal interface ITeamsWords
{
    /// <summary>Shown where a card's button takes longer than the client waits: asks to wait, and to tap again if nothing comes.</summary>
    /// <param name="locale">The person's language (BCP 47), where it is known.</param>
    string StillWorking(string? locale);

    /// <summary>Shown where a card's button was taken and there is nothing more to say.</summary>
    /// <param name="locale">The person's language (BCP 47), where it is known.</param>
    string Taken(string? locale);
}
