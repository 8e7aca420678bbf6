namespace ResetBot.Tests.Dialogs.Waterfall;

internal sealed class TeaState
{
    public string Kind { get; set; } = "";
}
