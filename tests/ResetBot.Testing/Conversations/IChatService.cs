namespace ResetBot.Testing.Conversations;

/// <summary>A running ResetBot, as people and pages reach it.</summary>
public interface IChatService
{
    /// <summary>Where it listens; another one after a restart.</summary>
    Uri Address { get; }

    /// <summary>Where it is told that the connector is.</summary>
    Uri ServiceUrl { get; }

    /// <summary>Waits until everything that was caused so far has arrived; false when that cannot be known from outside.</summary>
    Task<bool> QuietAsync();

    /// <summary>The mails and text messages that were sent, the newest last.</summary>
    Task<IReadOnlyList<SentMail>> SentAsync();
}
