using System.Text.Json;
using ResetBot.Dialogs;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Policy;
using Xunit;

namespace ResetBot.Tests.Dialogs.Waterfall;

public sealed class WaterfallTests
{
    private readonly FakeWork _work = new();
    private readonly TeaDialog _tea = new();
    private readonly OtherDialog _other = new();
    private readonly DialogStack _stack;

    private Conversation _conversation = new()
    {
        Key = "msteams/a:1",
        Reference = new ConversationReference { Channel = "msteams", ConversationId = "a:1", UserId = "29:1" },
    };

    public WaterfallTests() => _stack = new DialogStack([_tea, _other], new RecoveryPolicy());

    [Fact]
    public async Task Steps_are_taken_in_order_and_one_that_asks_nothing_is_passed()
    {
        await BeginAsync();
        Assert.Equal(["kind"], Steps());
        await SayAsync("green");
        Assert.Equal(["milk"], Steps());
        await SayAsync("yes");
        Assert.Empty(_conversation.Stack);
        Assert.Null(_conversation.QuestionDueAt);
        Assert.Equal(["asked kind", "touched", "asked milk", "touched"], _tea.Happened);
    }

    [Fact]
    public async Task What_a_dialog_knows_is_all_in_the_conversation()
    {
        await BeginAsync();
        await SayAsync("green");
        _conversation = JsonSerializer.Deserialize<Conversation>(JsonSerializer.Serialize(_conversation))!;
        await _stack.EndAllAsync(Context(""), EndReason.Expired);
        Assert.Equal("ended Expired with green", _tea.Happened[^1]);
    }

    [Fact]
    public async Task What_makes_no_sense_leaves_the_question_as_it_is()
    {
        await BeginAsync();
        Assert.IsType<StepResult.NotUnderstood>(await SayAsync(""));
        Assert.Equal(["kind"], Steps());
    }

    [Fact]
    public async Task A_step_can_ask_again_or_go_back()
    {
        await BeginAsync();
        await SayAsync("again");
        await SayAsync("round");
        Assert.Equal(3, _tea.Happened.Count(happened => happened == "asked kind"));
        Assert.Equal(["kind"], Steps());
    }

    [Fact]
    public async Task Repeating_reminds_where_asking_would_do_something()
    {
        await BeginAsync();
        await _stack.RepeatAsync(Context(""));
        await SayAsync("green");
        await _stack.RepeatAsync(Context(""));
        Assert.Equal(["asked kind", "touched", "asked kind", "touched", "asked milk", "touched", "reminded milk"], _tea.Happened);
    }

    [Theory]
    [InlineData("yes", "child Done")]
    [InlineData("no", "child Failed")]
    public async Task A_dialog_that_another_began_gives_it_its_result(string answer, string result)
    {
        await BeginAsync();
        await SayAsync("other");
        Assert.Equal(["tea", "other"], _conversation.Stack.Select(frame => frame.Dialog));
        Assert.Equal("passed on", _other.Given);
        await SayAsync(answer);
        Assert.Equal(["kind"], Steps());
        Assert.Contains(result, _tea.Happened);
    }

    [Fact]
    public async Task A_dialog_that_a_command_put_on_top_gives_way_to_the_question_below_it()
    {
        await BeginAsync();
        await _stack.BeginAsync(Context(""), "other");
        await SayAsync("yes");
        Assert.Equal(["kind"], Steps());
        Assert.Equal(2, _tea.Happened.Count(happened => happened == "asked kind"));
        Assert.DoesNotContain("child Done", _tea.Happened);
    }

    [Fact]
    public async Task A_dialog_can_take_the_place_of_another()
    {
        await BeginAsync();
        await _stack.ReplaceAsync(Context(""), "other");
        Assert.Equal(["other"], _conversation.Stack.Select(frame => frame.Dialog));
    }

    [Fact]
    public async Task A_question_waits_fifteen_minutes_from_the_last_answer()
    {
        await BeginAsync();
        Assert.Equal(_work.Now.AddMinutes(15), _conversation.DueAt);
        _work.Now = _work.Now.AddMinutes(10);
        await SayAsync("green");
        Assert.Equal(_work.Now.AddMinutes(15), _conversation.DueAt);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("too far")]
    public async Task A_step_that_is_not_there_is_a_fault(string answer)
    {
        await BeginAsync();
        if (answer == "too far")
        {
            await SayAsync("green");
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => SayAsync(answer));
    }

    [Fact]
    public async Task A_dialog_that_this_version_does_not_know_is_left()
    {
        _conversation.Stack.Add(new DialogFrame("gone", "x", DialogState.Of(new { })));
        Assert.IsType<StepResult.NotUnderstood>(await SayAsync("hello"));
        Assert.Empty(_conversation.Stack);
    }

    private Task BeginAsync() => _stack.BeginAsync(Context(""), "tea");

    private Task<StepResult> SayAsync(string text) => _stack.ContinueAsync(Context(text));

    private DialogContext Context(string text) => new(_work, _conversation, new Turn(ActivityKind.Message, text), default);

    private IEnumerable<string> Steps() => _conversation.Stack.Select(frame => frame.Step);
}
