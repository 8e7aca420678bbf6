namespace ResetBot.Bot.Turns;

/// <summary>A file for a conversation.</summary>
/// <param name="CaseId">The case in which it was asked for: where that leads nowhere any more nothing is sent.</param>
/// <param name="Name">What it is called when it is saved.</param>
/// <param name="Title">What it is called where it is shown.</param>
/// <param name="Comment">What is said of it.</param>
/// <param name="IfLost">What is said in its place when it cannot be sent.</param>
/// <param name="Content">What is in it.</param>
internal sealed record ChatFile(string CaseId, string Name, string Title, string Comment, string IfLost, ReadOnlyMemory<byte> Content);
