namespace ResetBot.Cards.Model;

/// <summary>What a person sees: the same for every channel, drawn by a renderer.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">From top to bottom.</param>
/// <param name="Buttons">In order; each choice among them can also be typed, by its number or its name.</param>
/// <param name="Summary">The toast: never holds a code, a link or a number.</param>
/// <param name="IsSettled">Its question is answered or closed: it steps back behind the cards that wait for something.</param>
public sealed record Card(
    string Title, IReadOnlyList<CardElement> Body, IReadOnlyList<CardButton> Buttons, string Summary, bool IsSettled = false);
