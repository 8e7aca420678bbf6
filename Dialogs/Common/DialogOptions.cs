namespace ResetBot.Dialogs.Common;

/// <summary>What conversations need to know of the installation (section <c>HelpDesk</c>).</summary>
public sealed class DialogOptions
{
    /// <summary>Where people reach the help desk: an e-mail address or a page. Default: none; then people are told to ask their administrator.</summary>
    public string? Link { get; set; }
}
