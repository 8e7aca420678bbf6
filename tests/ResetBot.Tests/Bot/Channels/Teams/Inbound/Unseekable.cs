namespace ResetBot.Tests.Bot.Channels.Teams.Inbound;

/// <summary>A body whose length nobody knows beforehand, so that it is sent in chunks.</summary>
internal sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
