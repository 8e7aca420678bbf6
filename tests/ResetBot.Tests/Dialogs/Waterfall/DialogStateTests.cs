using System.Text.Json;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Methods;
using ResetBot.Storage.Documents;
using Xunit;

namespace ResetBot.Tests.Dialogs.Waterfall;

public sealed class DialogStateTests
{
    [Fact]
    public void What_a_step_changes_is_saved_with_its_frame()
    {
        var frame = Saved(new DialogFrame("d", "s", DialogState.Of(new Kept { Name = "before" })));
        frame.State.Get<Kept>().Name = "after";
        Assert.Equal("after", Saved(frame).State.Get<Kept>().Name);
        Assert.Equal("after", frame.State.Text("Name"));
    }

    [Fact]
    public void What_is_changed_in_a_copy_is_not()
    {
        var frame = Saved(new DialogFrame("d", "s", DialogState.Of(new Kept { Name = "before" })));
        frame.State.Copy<Kept>().Name = "after";
        Assert.Equal("before", frame.State.Get<Kept>().Name);
        Assert.Equal("before", Saved(frame).State.Text("Name"));
    }

    [Fact]
    public void A_dialog_that_has_kept_nothing_yet_begins_anew_each_time()
    {
        DialogState.None.Get<Kept>().Name = "of somebody else";
        Assert.Equal("", DialogState.None.Get<Kept>().Name);
        Assert.Null(DialogState.None.Text("Name"));
        Assert.Equal("", Saved(new DialogFrame("d", "s", DialogState.None)).State.Get<Kept>().Name);
    }

    // As documents write it now, and as they did before.
    [Theory]
    [InlineData("""{"Name":"a","Method":"Sms"}""")]
    [InlineData("""{"Name":"a","Method":1,"Other":null,"Waits":false}""")]
    public void It_is_kept_as_its_conversation_is_and_read_as_it_ever_was(string state)
    {
        var frame = JsonSerializer.Deserialize<DialogFrame>($$"""{"Dialog":"d","Step":"s","State":{{state}}}""", DocumentJson.Options)!;
        Assert.Equal(("a", MethodKind.Sms, false), (frame.State.Get<Kept>().Name, frame.State.Get<Kept>().Method, frame.State.Get<Kept>().Waits));
        Assert.Contains("\"State\":{\"Name\":\"a\",\"Method\":\"Sms\"}", JsonSerializer.Serialize(frame, DocumentJson.Options), StringComparison.Ordinal);
    }

    private static DialogFrame Saved(DialogFrame frame) => JsonSerializer.Deserialize<DialogFrame>(JsonSerializer.Serialize(frame))!;

    private sealed class Kept
    {
        public string Name { get; set; } = "";

        public MethodKind? Method { get; set; }

        public MethodKind? Other { get; set; }

        public bool Waits { get; set; }
    }
}
