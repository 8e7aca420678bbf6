namespace ResetBot.Testing.Conversations;

/// <summary>What people do with security questions.</summary>
public static class QuestionSteps
{
    /// <summary>The questions that can be chosen on the page, by the name that is sent.</summary>
    public static IReadOnlyDictionary<string, string> Choices(this PageDriver page) => page.Document.QuerySelectorAll("#question1 option")
        .Where(option => option.GetAttribute("value") is { Length: > 0 })
        .ToDictionary(option => option.GetAttribute("value")!, option => option.TextContent);

    /// <summary>How many questions have to be chosen on the page.</summary>
    public static int Rows(this PageDriver page) => page.Document.QuerySelectorAll("select").Length;

    /// <summary>The questions that the page asks.</summary>
    public static IReadOnlyList<string> Asked(this PageDriver page) => [.. page.Document.QuerySelectorAll(".question label").Select(label => label.TextContent)];

    /// <summary>What the page says is wrong with a field; empty when nothing is.</summary>
    public static string Fault(this PageDriver page, string field) => page.Document.GetElementById(field)?.GetAttribute("aria-describedby") is { } about
        ? page.Document.GetElementById(about)?.TextContent ?? "nothing stands there"
        : "";

    /// <summary>What stands in a field of the page.</summary>
    public static string Typed(this PageDriver page, string field) => page.Document.GetElementById(field) is { } element
        ? element.GetAttribute("value") ?? element.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""
        : "";

    /// <summary>Chooses as many questions as the page asks for, from a place of its list on, and answers each; gives the answers by question.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ChoosesQuestionsAsync(this PageDriver page, string answer, int from = 0)
    {
        var chosen = page.Choices().Skip(from).Take(page.Rows()).ToList();
        await page.SubmitAsync([.. chosen.SelectMany((choice, row) => new[] { ($"question{row + 1}", choice.Key), ($"answer{row + 1}", $"{answer} {row + 1}") })]);
        return chosen.Select((choice, row) => (choice.Value, Answer: $"{answer} {row + 1}")).ToDictionary(one => one.Value, one => one.Answer);
    }

    /// <summary>Answers what the page asks.</summary>
    public static Task<PageDriver> AnswersAsync(this PageDriver page, IReadOnlyDictionary<string, string> answers) =>
        page.SubmitAsync(page.Answered(question => answers[question]));

    /// <summary>The fields of the page with an answer to each question.</summary>
    public static (string Name, string Value)[] Answered(this PageDriver page, Func<string, string> answer) =>
        [.. page.Asked().Select((question, row) => ($"answer{row + 1}", answer(question)))];

    /// <summary>Registers security questions on their page, in the middle of registering; gives the answers by question.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AddsQuestionsAsync(this ChatDriver chat, string answer = "Blue heron", int from = 0)
    {
        using var page = await PageDriver.OpenAsync(await chat.Says("questions").Sees("Choose your security questions", "Number: "));
        var answers = await page.ChoosesQuestionsAsync(answer, from);
        await chat.Sees("Registered", "Security question is registered").Sees("Register a method");
        return answers;
    }

    /// <summary>Begins a reset by the questions; gives the page that asks them.</summary>
    public static async Task<PageDriver> IsAskedAsync(this ChatDriver chat) =>
        await PageDriver.OpenAsync(await chat.Says("reset").Sees("step 1 of 2").Says("questions").Sees("Answer your security questions", "Number: "));
}
