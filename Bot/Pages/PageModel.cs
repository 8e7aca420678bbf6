using Microsoft.AspNetCore.Antiforgery;
using ResetBot.Cards.Words;

namespace ResetBot.Bot.Pages;

/// <summary>What every page with a form needs.</summary>
/// <param name="Words">The language.</param>
/// <param name="Token">What the form must bring back, so that no other site can send it.</param>
/// <param name="Error">What was wrong with what was sent, in words; null when nothing was.</param>
/// <param name="MinutesLeft">How long the page can still be used; null where no time runs.</param>
/// <param name="CanExtend">The person may ask for more time.</param>
public sealed record PageModel(
    WordBook Words, AntiforgeryTokenSet Token, string? Error = null, int? MinutesLeft = null, bool CanExtend = false);
