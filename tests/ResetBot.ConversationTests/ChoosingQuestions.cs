using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The page on which security questions are chosen: what it offers, what it refuses, and what is kept.</summary>
public class ChoosingQuestions(QuestionsFixture fixture) : HostedStories, IClassFixture<QuestionsFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Thirty_five_questions_and_those_of_the_company_can_be_chosen()
    {
        using var page = await OpenAsync(_host.Chat(_host.Somebody()));
        Assert.Equal((5, 36), (page.Rows(), page.Choices().Values.Distinct().Count()));
        Assert.Equal("What was your first project here called?", page.Choices()["custom:first-project"]);
    }

    [Fact]
    public async Task They_are_in_the_language_of_the_person()
    {
        var chat = _host.Chat(_host.Somebody(), "sv-SE");
        using var proof = await PageDriver.OpenAsync(await chat.Says("registrera").Sees("Visa först att det är du"));
        await proof.SubmitAsync(("oldPassword", chat.Person.Password));
        await chat.Sees("Registrera en metod", "Säkerhetsfrågor");
        using var page = await PageDriver.OpenAsync(await chat.Says("säkerhetsfrågor").Sees("Välj dina säkerhetsfrågor", "Nummer: "));
        Assert.Equal(("sv", "Vad hette ditt första husdjur?"), (page.Document.DocumentElement.GetAttribute("lang"), page.Choices()["firstPet"]));
        await page.SubmitAsync(("question1", "firstPet"), ("answer1", "a"));
        Assert.Equal("För kort: minst 3 tecken.", page.Fault("answer1"));
        await page.ChoosesQuestionsAsync("Blå häger");
        await chat.Sees("Säkerhetsfråga är registrerad");
    }

    [Fact]
    public async Task Every_fault_is_told_beside_its_field_and_nothing_typed_is_lost()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await OpenAsync(chat);
        (string Name, string Value)[] typed =
        [
            ("question1", "firstPet"), ("answer1", "Pet"),
            ("question2", "firstPet"), ("answer2", "Blue heron"),
            ("question3", ""), ("answer3", "BLUE  HERON"),
            ("question4", "lostThing"), ("answer4", new string('a', 41)),
            ("question5", "childToy"), ("answer5", "\"Person\" "),
        ];
        await page.SubmitAsync(typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("marked below", page.Alert, StringComparison.Ordinal);
        Assert.Equal(
            [
                ("question1", ""), ("answer1", "This stands in the question itself. Type another answer."),
                ("question2", "You have chosen this question above. Choose another one."), ("answer2", ""),
                ("question3", "Choose a question."), ("answer3", "You have given this answer above. Each question needs one of its own."),
                ("question4", ""), ("answer4", "Too long: 40 characters are the most."),
                ("question5", ""), ("answer5", "This is your own name, which everybody knows. Type another answer."),
            ],
            typed.Select(field => (field.Name, page.Fault(field.Name))));
        Assert.Equal(typed, typed.Select(field => (field.Name, page.Typed(field.Name))));
        Assert.Equal("answer1", page.Document.QuerySelector("[autofocus]")?.Id);
        Assert.Equal(0, _host.Count(chat.Person, "MethodAdded"));
        await page.ChoosesQuestionsAsync("Blue heron");
        await chat.Sees("Security question is registered");
    }

    [Fact]
    public async Task Asking_for_more_time_loses_nothing_that_was_typed_and_saves_nothing()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await OpenAsync(chat);
        (string Name, string Value)[] typed = [("question1", "firstPet"), ("answer1", "Blue heron"), ("question2", ""), ("answer2", "Pet"), ("question5", "lostThing")];
        await page.SubmitAsync([.. typed, ("more", "1")]);
        Assert.Equal((HttpStatusCode.OK, ""), (page.Status, page.Alert));
        Assert.Contains("about 20 more minutes", page.Text, StringComparison.Ordinal);
        Assert.Equal(typed, typed.Select(field => (field.Name, page.Typed(field.Name))));
        Assert.Equal(0, _host.Count(chat.Person, "MethodAdded"));
        await page.ChoosesQuestionsAsync("Blue heron");
        await chat.Sees("Security question is registered");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("custom:other")]
    [InlineData("FirstPet")]
    [InlineData("question.firstPet")]
    public async Task A_question_that_there_is_not_cannot_be_chosen(string name)
    {
        using var page = await OpenAsync(_host.Chat(_host.Somebody()));
        await page.SubmitAsync(("question1", name), ("answer1", "Blue heron"));
        Assert.Equal("Choose a question.", page.Fault("question1"));
    }

    [Fact]
    public async Task Saving_many_times_at_once_registers_once()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await OpenAsync(chat);
        var chosen = page.Choices().Keys.Take(5).SelectMany((question, row) => new[] { ($"question{row + 1}", question), ($"answer{row + 1}", $"Blue heron {row}") });
        await page.SubmitAtOnceAsync(6, [.. chosen]);
        Assert.Equal("Your questions are saved", (await page.LookAsync()).Title);
        await chat.Sees("Security question is registered").Sees("Register a method");
        await chat.SeesNo("Security question is registered");
        Assert.Equal(1, _host.Count(chat.Person, "MethodAdded"));
    }

    [Fact]
    public async Task No_answer_stands_in_the_data_directory_and_none_came_through_the_chat()
    {
        var (chat, answers) = await fixture.RegisteredAsync("Vermilion flycatcher");
        using var page = await chat.IsAskedAsync();
        await page.AnswersAsync(answers);
        await chat.Sees("That is right");
        var stored = _host.StoredBytes();
        Assert.DoesNotContain("vermilion", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("flycatcher", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(chat.All, message => message.Text.Contains("ermilion", StringComparison.Ordinal) || answers.Keys.Any(message.Text.Contains));
    }

    [Fact]
    public async Task Where_no_policy_names_them_nobody_is_offered_them()
    {
        await using var host = await StartAsync();
        var chat = host.Chat(host.Somebody());
        await chat.BeginsToRegisterAsync();
        Assert.DoesNotContain("questions", chat.Seen.Text, StringComparison.OrdinalIgnoreCase);
        await chat.Says("questions").Sees("did not understand");
    }

    [Fact]
    public async Task Whoever_registered_fewer_than_are_asked_now_is_told_to_do_it_anew()
    {
        List<string> settings = ["SecurityQuestions:ToRegister=3"];
        await using var host = await StartAsync(new ChatHostSettings { Arguments = settings });
        await host.EveryoneFollowsAsync(QuestionsFixture.Allowed);
        var chat = host.Chat(host.Somebody());
        await chat.BeginsToRegisterAsync();
        Assert.Equal(3, (await chat.AddsQuestionsAsync()).Count);
        await chat.Says("done").Sees("All set");
        host.Clock.Advance(TimeSpan.FromHours(25));
        settings[0] = "SecurityQuestions:ToAnswer=4";
        await host.RestartAsync();
        await host.Chat(chat.Person).Says("reset").Sees("step 1 of 2", "Security question: what you registered is not enough any more")
            .Says("questions").Sees("did not understand");
    }

    private static async Task<PageDriver> OpenAsync(ChatDriver chat)
    {
        await chat.BeginsToRegisterAsync();
        return await PageDriver.OpenAsync(await chat.Says("questions").Sees("Choose your security questions", "Number: "));
    }
}
