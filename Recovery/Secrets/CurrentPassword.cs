namespace ResetBot.Recovery.Secrets;

/// <summary>The password that a person says is theirs now, typed on the secure page or on the demo's sign-in box.</summary>
public sealed class CurrentPassword(ReadOnlySpan<char> text) : Secret(text);
