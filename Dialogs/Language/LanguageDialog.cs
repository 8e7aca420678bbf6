using ResetBot.Cards.Questions;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Intents;
using ResetBot.Dialogs.Waterfall;

namespace ResetBot.Dialogs.Language;

/// <summary>Asks for the language and keeps it.</summary>
public sealed class LanguageDialog : WaterfallDialog<NoState>
{
    public const string DialogName = "language";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<NoState>> Steps => [new("choose", AskAsync, HearAsync)];

    private static Task<StepResult> AskAsync(DialogContext context, NoState state)
    {
        context.Ask(new ChooseLanguageCard());
        return Task.FromResult<StepResult>(new StepResult.Wait());
    }

    private static Task<StepResult> HearAsync(DialogContext context, NoState state)
    {
        if (Named(context.Text) is not { } language)
        {
            return Task.FromResult<StepResult>(new StepResult.NotUnderstood());
        }

        context.Conversation.ChosenLanguage = language;
        context.Settle("answered.typed");
        context.Say("language.set");
        return Task.FromResult<StepResult>(new StepResult.End(DialogResult.Done));
    }

    private static string? Named(string text)
    {
        var languages = WordBook.Languages.Order().ToList();
        if (int.TryParse(text, out var number))
        {
            return number >= 1 && number <= languages.Count ? languages[number - 1] : null;
        }

        return languages.Find(language => string.Equals(language, text.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? IntentRecogniser.Recognise(text).Language;
    }
}
