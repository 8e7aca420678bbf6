namespace ResetBot.Recovery.Privacy;

/// <summary>What became of a wish to have everything that is kept.</summary>
public abstract record Export
{
    private Export()
    {
    }

    /// <summary>Here it is; the page is used.</summary>
    public sealed record Given(PersonalData Data) : Export;

    /// <summary>The directory does not answer; the page can be used again.</summary>
    public sealed record Unavailable : Export;

    /// <summary>The page is not open here, or not for this.</summary>
    public sealed record Gone : Export;
}
