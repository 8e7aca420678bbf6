namespace ResetBot.Recovery.Vouching;

/// <summary>What came of naming a colleague. Whether somebody cannot be found, is disabled or a guest is not told apart.</summary>
public abstract record ColleagueNaming
{
    private ColleagueNaming()
    {
    }

    /// <summary>They are asked whether they want to.</summary>
    public sealed record Invited(string Name) : ColleagueNaming;

    /// <summary>Nobody who could vouch is called that.</summary>
    public sealed record NotFound : ColleagueNaming;

    /// <summary>Several people are called that.</summary>
    public sealed record SeveralFound : ColleagueNaming;

    /// <summary>It is the person.</summary>
    public sealed record Oneself : ColleagueNaming;

    /// <summary>They report to the person, at whatever distance.</summary>
    public sealed record Report(string Name) : ColleagueNaming;

    /// <summary>They were named before.</summary>
    public sealed record NamedBefore(string Name) : ColleagueNaming;

    /// <summary>No more may be named than this.</summary>
    public sealed record EnoughNamed(int Most) : ColleagueNaming;

    /// <summary>So many names were tried lately that none is looked up before then.</summary>
    public sealed record TooOften(DateTimeOffset Until) : ColleagueNaming;

    /// <summary>The person has not shown (any more) who they are, or the policy does not allow it.</summary>
    public sealed record NotNow : ColleagueNaming;
}
