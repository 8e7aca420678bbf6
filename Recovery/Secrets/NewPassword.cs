namespace ResetBot.Recovery.Secrets;

/// <summary>The password that a person chose on the secure page. It exists in memory only, between the page and the directory.</summary>
public sealed class NewPassword(ReadOnlySpan<char> text) : Secret(text);
