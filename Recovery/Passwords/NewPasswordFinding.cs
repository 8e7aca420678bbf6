using ResetBot.Recovery.Passwords.History;

namespace ResetBot.Recovery.Passwords;

/// <summary>What was found about a new password before the directory is asked to set it.</summary>
public abstract record NewPasswordFinding
{
    private NewPasswordFinding()
    {
    }

    /// <summary>Every rule is met.</summary>
    /// <param name="Pending">What has to be saved with the intention and remembered afterwards; null when nothing has.</param>
    /// <param name="NotLookedUp">The source of breached passwords could not be asked, and the company goes on without.</param>
    public sealed record Good(PendingPassword? Pending, bool NotLookedUp) : NewPasswordFinding;

    /// <summary>A rule is broken; another password may pass.</summary>
    public sealed record Refused(PasswordVerdict Verdict) : NewPasswordFinding;

    /// <summary>The present password may not be replaced before that moment (UTC).</summary>
    public sealed record TooYoung(DateTimeOffset Until) : NewPasswordFinding;

    /// <summary>The source of breached passwords could not be asked: it may be tried again.</summary>
    public sealed record Unavailable : NewPasswordFinding;
}
