using ResetBot.Cards.Words;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.SecurityQuestions;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Pages.SecurityQuestions;

/// <summary>Draws the open pages on which security questions are chosen and answered. Looking draws no questions: that was done when they were asked.</summary>
internal sealed class QuestionViews(
    PageSubject subject, SecurityQuestionList list, QuestionTexts texts, QuestionDesk questions, IUnitsOfWork units, SecurityQuestionOptions options)
{
    public async Task<IResult> OpenAsync(LinkView.OpenHere open, PageModel model, TypedRows typed, int status, CancellationToken cancellation) =>
        open.Link.Purpose == LinkPurpose.SecurityQuestionSetup ? Choose(model, typed, status) : await AnswerAsync(open, model, typed, status, cancellation);

    private IResult Choose(PageModel model, TypedRows typed, int status)
    {
        var rows = Enumerable.Range(0, options.ToRegister).Select(row => Row(typed, row, typed.Of(row).Question, model.Words));
        IReadOnlyList<(string Name, string Text)> choices = [.. list.All.Select(question => (question, texts.Say(question, model.Words)))];
        return PageViews.Page<ChooseQuestionsPage>(new() { ["Model"] = model, ["Rows"] = Focused(rows), ["Choices"] = choices }, status);
    }

    private async Task<IResult> AnswerAsync(LinkView.OpenHere open, PageModel model, TypedRows typed, int status, CancellationToken cancellation)
    {
        if (await units.RunAsync(work => questions.AskedAsync(work, open.Case, cancellation), cancellation) is not { Draw: var draw })
        {
            return PageViews.Message(model.Words, "page.gone", StatusCodes.Status410Gone, tone: "warning");
        }

        typed = typed.DrawId == draw.Id ? typed : TypedRows.None;
        var about = await subject.AboutAsync(open, model.Words, cancellation);
        var rows = draw.Questions.Select((question, row) => Row(typed, row, texts.Say(question, model.Words), model.Words));
        return PageViews.Page<AnswerQuestionsPage>(
            new() { ["Model"] = model, ["About"] = about, ["DrawId"] = draw.Id, ["Rows"] = Focused(rows) }, status);
    }

    private static QuestionRow Row(TypedRows typed, int row, string question, WordBook words)
    {
        var faults = typed.Faults.Where(fault => fault.Row == row).ToList();
        return new QuestionRow(row + 1, question, typed.Of(row).Answer)
        {
            QuestionFault = Explain(faults.Find(fault => fault.IsOfQuestion), words),
            AnswerFault = Explain(faults.Find(fault => !fault.IsOfQuestion), words),
        };
    }

    private static string? Explain(FaultyAnswer? faulty, WordBook words) =>
        faulty is null ? null : words.Say($"answer.{faulty.Fault}", AnswerRules.Shortest, AnswerRules.Longest);

    private static List<QuestionRow> Focused(IEnumerable<QuestionRow> rows)
    {
        List<QuestionRow> focused = [.. rows];
        var first = Math.Max(0, focused.FindIndex(row => row.QuestionFault is not null || row.AnswerFault is not null));
        focused[first] = focused[first] with { HasFocus = true };
        return focused;
    }
}
