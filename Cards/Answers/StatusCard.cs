using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>How a person's account and its recovery stand. Moments are in the person's time zone.</summary>
public sealed record StatusCard : ICard
{
    public required string UserName { get; init; }
    public required IReadOnlyList<MethodLine> Methods { get; init; }

    /// <summary>How many methods a reset needs.</summary>
    public required int Needed { get; init; }

    /// <summary>How many of the registered ones count now.</summary>
    public required int Counting { get; init; }

    /// <summary>Why no reset is possible here at all, in words; null when one is.</summary>
    public string? Refusal { get; init; }

    public bool Locked { get; init; }
    public bool Disabled { get; init; }
    public bool MustChange { get; init; }
    public DateTimeOffset? PasswordChangedAt { get; init; }
    public DateTimeOffset? PasswordExpiresAt { get; init; }
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>It is time to look through the methods.</summary>
    public bool ShouldConfirm { get; init; }

    /// <summary>Who was linked with the account in channels that did not know them: the channel, their name there and when.</summary>
    public IReadOnlyList<(string Channel, string Name, DateTimeOffset At)> Linked { get; init; } = [];

    /// <summary>What happened of late, newest first.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Event)> Recent { get; init; } = [];

    public Card Draw(WordBook words)
    {
        List<CardElement> body = [new CardElement.Facts(Lines(words)), Verdict(words)];
        if (ShouldConfirm)
        {
            body.Add(new CardElement.Paragraph(words.Say("confirm.due"), Tone.Warning));
        }

        if (Recent.Count > 0)
        {
            body.Add(new CardElement.Paragraph(words.Say("status.recent")));
            body.Add(new CardElement.Facts([.. Recent.Select(step => new Fact(words.Moment(step.At), words.Say("event." + step.Event)))]));
        }

        return new Card(
            words.Say("status.title"),
            body,
            [
                new CardButton.Choose(words.Say("button.register"), words.Say("word.register")),
                new CardButton.Choose(words.Say("button.reset"), words.Say("word.reset")),
            ],
            words.Say("status.title"));
    }

    private List<Fact> Lines(WordBook words)
    {
        var state = Disabled ? "status.disabled" : Locked ? "status.locked" : MustChange ? "status.mustChange" : "status.fine";
        List<Fact> lines =
        [
            new(words.Say("status.account"), UserName),
            new(words.Say("status.state"), words.Say(state)),
        ];
        if (PasswordChangedAt is { } changed)
        {
            lines.Add(new Fact(words.Say("status.changed"), words.Moment(changed)));
        }

        lines.Add(new Fact(
            words.Say("status.expires"), PasswordExpiresAt is { } expires ? words.Moment(expires) : words.Say("status.never")));
        lines.AddRange(Methods.Select(method => new Fact(
            MethodNames.Of(method.Method, words), string.Join(", ", new[] { method.Masked, method.Note }.Where(part => part.Length > 0)))));
        lines.AddRange(Linked.Select(linked => new Fact(words.Say("place." + linked.Channel), words.Say("status.linked", linked.Name, words.Day(linked.At)))));
        return lines;
    }

    private CardElement.Paragraph Verdict(WordBook words)
    {
        if (PausedUntil is { } until)
        {
            return new CardElement.Paragraph(words.Say("status.paused", words.Moment(until)), Tone.Warning);
        }

        if (Refusal is not null)
        {
            return new CardElement.Paragraph(Refusal, Tone.Warning);
        }

        return Counting >= Needed
            ? new CardElement.Paragraph(words.Say("status.ready"), Tone.Good)
            : new CardElement.Paragraph(words.Say("status.notReady", Needed, Counting), Tone.Warning);
    }
}
