namespace ResetBot.Dialogs.Common;

/// <summary>Where the secure page is.</summary>
public interface ISecurePageAddresses
{
    /// <summary>The whole address of the page with this handle.</summary>
    string Of(string handle);
}
