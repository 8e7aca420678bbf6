using Microsoft.Playwright;
using ResetBot.EndToEnd.Running;
using ResetBot.Testing.Conversations;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Pages;

/// <summary>The pages on which security questions are chosen and answered, with script and without, by keyboard alone, and in Swedish.</summary>
public sealed class QuestionPages(Chromium chromium)
{
    private static readonly string[] Settings =
        [.. new[] { "Email", "Sms", "SecurityQuestions" }.Select((kind, index) => $"Policy:MethodsAllowed:{index}={kind}"), "SecurityQuestions:Custom:project=What was your first project here called?"];

    private static readonly (string Question, string Answer)[] Chosen =
    [
        ("What was your first pet called?", "Sergeant Pepper"),
        ("Where did you learn to swim?", "Under the lighthouse"),
        ("Which song was sung to you at bedtime?", "The one about the owl"),
        ("What was your first project here called?", "Kestrel"),
        ("What is the dearest thing that you ever lost?", "My brass telescope"),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Questions_are_chosen_refused_saved_and_answered(bool script)
    {
        await using var context = await chromium.NewContextAsync(new() { JavaScriptEnabled = script });
        await using var bot = await ChatProcess.StartAsync(Settings);
        var chat = bot.Chat(Person.Adele);
        var page = await ChoosingAsync(context, chat);
        await LookAsync(page, "22-questions", "Choose your security questions", script);
        await FillAsync(page, Chosen);
        await page.TypesAsync("Answer 2", "SERGEANT PEPPER");
        await page.TypesAsync("Answer 3", "x");
        await page.GetByLabel("Question 4", new() { Exact = true }).SelectOptionAsync(Chosen[0].Question);
        await page.PressesAsync("Save");
        await page.SeesFaultAsync("marked below");
        await LookAsync(page, "22-questions-faults", "Choose your security questions", script);
        await Expect(page.GetByLabel("Answer 3", new() { Exact = true })).ToHaveAccessibleDescriptionAsync("Too short: 3 characters are the least.");
        await Expect(page.GetByLabel("Question 4", new() { Exact = true })).ToHaveAccessibleDescriptionAsync("You have chosen this question above. Choose another one.");
        await Expect(page.GetByLabel("Answer 2", new() { Exact = true })).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Answer 5", new() { Exact = true })).ToHaveValueAsync(Chosen[4].Answer);
        await FillAsync(page, Chosen);
        await page.PressesAsync("Save");
        await LookAsync(page, "22-questions-saved", "Your questions are saved", script);
        await chat.Sees("Registered").Sees("Register a method");
        await chat.AddsEmailAsync(bot.Outbox, "adele.private@example.org");
        await chat.Says("done").Sees("All set");
        await AnswersAsync(context, chat, script);
    }

    [Fact]
    public async Task They_are_chosen_by_keyboard_alone_and_in_Swedish()
    {
        await using var context = await chromium.NewContextAsync(new() { Locale = "sv-SE" });
        await using var bot = await ChatProcess.StartAsync(Settings);
        var chat = bot.Chat(Person.Adele);
        await chat.Says("language").Sees("Language").Says("svenska").Sees("svenska");
        var proof = await OpenAsync(context, await chat.Says("registrera").Sees("Visa först att det är du"));
        await Expect(proof.Locator("#oldPassword")).ToBeFocusedAsync();
        await proof.Keyboard.TypeAsync(chat.Person.Password);
        await proof.Keyboard.PressAsync("Enter");
        var page = await OpenAsync(context, await chat.Sees("Registrera en metod").Says("säkerhetsfrågor").Sees("Välj dina säkerhetsfrågor", "Nummer: "));
        await page.SeesAsync("Välj dina säkerhetsfrågor");
        for (var row = 1; row <= 5; row++)
        {
            await Expect(page.GetByLabel($"Fråga {row}", new() { Exact = true })).ToBeFocusedAsync();
            for (var down = 0; down < row; down++)
            {
                await page.Keyboard.PressAsync("ArrowDown");
            }

            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync($"Blå häger nummer {row}");
            await page.Keyboard.PressAsync("Tab");
        }

        await page.LooksAsync("22-questions-swedish", "Välj dina säkerhetsfrågor");
        await page.Keyboard.PressAsync("Enter");
        await page.SeesAsync("Dina frågor är sparade");
    }

    private static async Task AnswersAsync(IBrowserContext context, ChatDriver chat, bool script)
    {
        var answers = Chosen.ToDictionary(one => one.Question, one => one.Answer);
        var page = await context.OpensAsync(await chat.Says("reset").Sees("step 1 of 2").Says("questions").Sees("Answer your security questions", "Number: "));
        await LookAsync(page, "23-answers", "Answer your security questions", script);
        var asked = await page.Locator(".question label").AllTextContentsAsync();
        Assert.Equal(3, asked.Distinct().Count());
        await AnswerAsync(page, asked, _ => "nothing that I know");
        await page.SeesFaultAsync("Not all of that was right.");
        await LookAsync(page, "23-answers-wrong", "Answer your security questions", script);
        asked = await page.Locator(".question label").AllTextContentsAsync();
        await AnswerAsync(page, asked, question => answers[question].ToUpperInvariant());
        await LookAsync(page, "23-answers-done", "Thank you", script);
        await chat.Sees("That is right");
    }

    private static async Task AnswerAsync(IPage page, IEnumerable<string> asked, Func<string, string> answer)
    {
        foreach (var question in asked)
        {
            await page.TypesAsync(question, answer(question));
        }

        await page.PressesAsync("Check");
    }

    private static async Task FillAsync(IPage page, IEnumerable<(string Question, string Answer)> chosen)
    {
        foreach (var (row, (question, answer)) in chosen.Select((one, index) => (index + 1, one)))
        {
            await page.GetByLabel($"Question {row}", new() { Exact = true }).SelectOptionAsync(question);
            await page.TypesAsync($"Answer {row}", answer);
        }
    }

    private static async Task<IPage> ChoosingAsync(IBrowserContext context, ChatDriver chat)
    {
        var proof = await context.OpensAsync(await chat.Says("register").Sees("First show that it is you", "Number: "));
        await proof.TypesAsync("Current password", chat.Person.Password);
        await proof.PressesAsync("Check");
        return await context.OpensAsync(await chat.Sees("Register a method").Says("questions").Sees("Choose your security questions", "Number: "));
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, ChatMessage card)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(card.PageAddress.ToString());
        await page.Locator("#number").FillAsync(card.PageNumber);
        await page.Keyboard.PressAsync("Enter");
        return page;
    }

    private static Task LookAsync(IPage page, string name, string title, bool look) => look ? page.LooksAsync(name, title) : page.SeesAsync(title);
}
