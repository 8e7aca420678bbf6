namespace ResetBot.Dialogs.Linking;

/// <summary>The channels that may not know of somebody who they are, and take a code instead.</summary>
public interface ILinkableChannels
{
    /// <summary>Their names, for example <c>slack</c>; those that are not switched on are not among them.</summary>
    IReadOnlyList<string> Names { get; }
}
