using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Linking;

/// <summary>What became of a code that somebody typed.</summary>
public abstract record LinkAnswer
{
    private LinkAnswer()
    {
    }

    /// <summary>From now on they are served there as the owner of this account.</summary>
    public sealed record Linked(Account Account) : LinkAnswer;

    /// <summary>No such code, or it is over; which of the two is not said.</summary>
    public sealed record Wrong : LinkAnswer;

    /// <summary>Too many wrong ones: none is looked at until then.</summary>
    public sealed record TooManyWrong(DateTimeOffset Until) : LinkAnswer;
}
