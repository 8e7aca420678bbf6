namespace ResetBot.Bot.Operations.Policies;

/// <summary>What somebody on this machine asks of the service.</summary>
/// <param name="Verb">export, check or import.</param>
/// <param name="Text">The file; empty for an export.</param>
/// <param name="By">Who asks.</param>
/// <param name="Why">Why, in their words.</param>
internal sealed record ControlRequest(string Verb, string Text, string By, string Why);
