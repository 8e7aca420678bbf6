namespace ResetBot.Bot.Operations.Control;

/// <summary>What somebody on this machine asks of the service.</summary>
/// <param name="Verb">What is to be done, as it is typed: <c>policy import</c>.</param>
/// <param name="Text">What it is done with: a file, or the name of an account; empty for an export.</param>
/// <param name="By">Who asks.</param>
/// <param name="Why">Why, in their words.</param>
internal sealed record ControlRequest(string Verb, string Text, string By, string Why);
