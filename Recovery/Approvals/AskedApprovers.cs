namespace ResetBot.Recovery.Approvals;

/// <summary>Who was asked about a person.</summary>
/// <param name="Needed">How many of them have to say that it is really the person.</param>
/// <param name="Numbers">What each is called, and the number that the person tells them and nobody else.</param>
public sealed record AskedApprovers(int Needed, IReadOnlyList<(string Name, string Number)> Numbers);
