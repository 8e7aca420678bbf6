namespace ResetBot.Testing.Conversations;

/// <summary>A story went otherwise than it was told.</summary>
public sealed class StoryException(string message) : InvalidOperationException(message);
