using Microsoft.AspNetCore.Antiforgery;
using ResetBot.Cards.Words;

namespace ResetBot.Bot.Channels.Web;

/// <summary>What the chat page shows.</summary>
/// <param name="Words">The language of what is around the conversation.</param>
/// <param name="Turns">The answers, oldest first, drawn.</param>
/// <param name="Next">What can be done when nothing is under way, drawn; null while something is.</param>
/// <param name="Token">What every form must bring back, so that no other site can send it.</param>
/// <param name="FormId">New for every page: a form that is sent twice counts once.</param>
/// <param name="MoveNumber">With this number a case goes on in another channel; null when there is none to move.</param>
/// <param name="IsBegun">The browser holds a conversation.</param>
/// <param name="HasEnded">The browser held one that is over.</param>
public sealed record WebView(
    WordBook Words,
    IReadOnlyList<string> Turns,
    string? Next,
    AntiforgeryTokenSet Token,
    string FormId,
    string? MoveNumber,
    bool IsBegun,
    bool HasEnded);
