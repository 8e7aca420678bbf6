namespace ResetBot.Recovery.Objections;

/// <summary>What the page of a link in a notice shows. Looking changes nothing, since scanners look too.</summary>
public abstract record ObjectionView
{
    private ObjectionView()
    {
    }

    /// <summary>It asks whether recovery is to be stopped.</summary>
    /// <param name="Link">The link.</param>
    /// <param name="UserName">Whose account, masked.</param>
    public sealed record Asks(ObjectionLink Link, string UserName) : ObjectionView;

    /// <summary>Recovery of the account is stopped.</summary>
    public sealed record Stopped(ObjectionLink Link) : ObjectionView;

    /// <summary>No such link, or it is too old.</summary>
    public sealed record Gone : ObjectionView;
}
