using System.Text.Json;
using ResetBot.Dialogs.Waterfall;
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

    private static DialogFrame Saved(DialogFrame frame) => JsonSerializer.Deserialize<DialogFrame>(JsonSerializer.Serialize(frame))!;

    private sealed class Kept
    {
        public string Name { get; set; } = "";
    }
}
