namespace ResetBot.Recovery.SecurePages;

/// <summary>What happened on a secure page, told to the conversation that issued it.</summary>
public sealed record PageEvent(string LinkKey, LinkPurpose Purpose, PageResult Result);
