namespace ResetBot.Recovery.Limits;

/// <summary>How often what may be tried (section <c>Limits</c>). Counters live in the database and hold under parallel attempts.</summary>
public sealed class LimitsOptions
{
    /// <summary>Wrong answers to one method, in <see cref="WrongAnswersWindow"/>, before it pauses. Default: 5, Entra SSPR.</summary>
    public int WrongAnswersPerMethod { get; set; } = 5;

    /// <summary>In what time wrong answers are counted together. Default: 1 hour, Entra SSPR.</summary>
    public TimeSpan WrongAnswersWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a method pauses. Default: 24 hours, Entra SSPR.</summary>
    public TimeSpan MethodPause { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Cases of one account that end unproved after a wrong answer, in <see cref="FailedCasesWindow"/>, before recovery pauses. Default: 5, Entra SSPR.</summary>
    public int FailedCasesPerAccount { get; set; } = 5;

    /// <summary>In what time failed cases are counted together. Default: 24 hours, Entra SSPR.</summary>
    public TimeSpan FailedCasesWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long recovery of an account pauses. Default: 24 hours, Entra SSPR.</summary>
    public TimeSpan AccountPause { get; set; } = TimeSpan.FromHours(24);

    /// <summary>E-mails, text messages and calls for one account in <see cref="SendsWindow"/>. Default: 10, Entra SSPR.</summary>
    public int SendsPerAccount { get; set; } = 10;

    /// <summary>In what time sends are counted together. Default: 10 minutes, Entra SSPR.</summary>
    public TimeSpan SendsWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long sending pauses. Default: 24 hours, Entra SSPR.</summary>
    public TimeSpan SendPause { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Resets of one account in <see cref="ResetsWindow"/>. Default: 5, Entra SSPR.</summary>
    public int ResetsPerAccount { get; set; } = 5;

    /// <summary>In what time resets are counted together. Default: 1 hour, Entra SSPR.</summary>
    public TimeSpan ResetsWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long resets pause after the last one. Default: 24 hours, Entra SSPR.</summary>
    public TimeSpan ResetPause { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Unlocks of one account in <see cref="UnlocksWindow"/>: each gives whoever guesses its password new tries. Default: 3, ours.</summary>
    public int UnlocksPerAccount { get; set; } = 3;

    /// <summary>In what time unlocks are counted together. Default: 24 hours, ours.</summary>
    public TimeSpan UnlocksWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Failures of one account without a success in between, ever, before recovery closes. Default: 100, NIST SP 800-63B-4 §3.2.2.</summary>
    public int ConsecutiveFailures { get; set; } = 100;

    /// <summary>New cases from one channel user in an hour; more are refused for an hour. Default: 10, ours.</summary>
    public int CasesPerUserPerHour { get; set; } = 10;

    /// <summary>New cases from one network address in an hour; more are refused for an hour. Default: 60, ours.</summary>
    public int CasesPerAddressPerHour { get; set; } = 60;

    /// <summary>
    /// Wrong answers of all who have proved nothing, from all addresses, to one name in <see cref="StrangerWrongAnswersWindow"/>, before none
    /// of theirs is right any more (which does not show). Default: 100, after NIST SP 800-63B-4 §3.2.2.
    /// </summary>
    public int StrangerWrongAnswersPerAccount { get; set; } = 100;

    /// <summary>In what time those are counted together. Default: 24 hours, ours.</summary>
    public TimeSpan StrangerWrongAnswersWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// E-mails, text messages and calls that all who have proved nothing can cause for one account in <see cref="StrangerSendsWindow"/>, before none
    /// leaves any more (which does not show). Default: 20, ours.
    /// </summary>
    public int StrangerSendsPerAccount { get; set; } = 20;

    /// <summary>In what time those are counted together. Default: 1 hour, ours.</summary>
    public TimeSpan StrangerSendsWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Wrong answers from one network address to one name, in <see cref="StrangerWrongAnswersWindow"/>, before recovery pauses there for
    /// <see cref="AccountPause"/>, which is told. Less than half of <see cref="StrangerWrongAnswersPerAccount"/>, so that one address does not use
    /// that up. Default: 15, ours.
    /// </summary>
    public int StrangerWrongAnswersPerAddress { get; set; } = 15;

    /// <summary>
    /// E-mails, text messages and calls that one network address can cause for one name in <see cref="StrangerSendsWindow"/>, before sending pauses there
    /// for as long, which is told. Less than half of <see cref="StrangerSendsPerAccount"/>, so that one address does not use that up. Default: 5,
    /// ours.
    /// </summary>
    public int StrangerSendsPerAddress { get; set; } = 5;

    /// <summary>How long a case of somebody whom nobody knows can be kept open without any proof. Default: 1 hour, ours.</summary>
    public TimeSpan StrangerCaseLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Questions to others for one account in <see cref="ApprovalsWindow"/>. Default: 3, ours: nobody is asked until they give in.</summary>
    public int ApprovalsPerAccount { get; set; } = 3;

    /// <summary>In what time those are counted together. Default: 1 hour, ours.</summary>
    public TimeSpan ApprovalsWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Questions in another chat of the owner of one account in <see cref="PushesWindow"/>. Default: 3, ours: nobody is asked until they give in.
    /// </summary>
    public int PushesPerAccount { get; set; } = 3;

    /// <summary>In what time those are counted together. Default: 10 minutes, ours.</summary>
    public TimeSpan PushesWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Colleagues whom the owner of one account names, or tries to, in <see cref="NamingsWindow"/>. Default: 10, ours.</summary>
    public int NamingsPerAccount { get; set; } = 10;

    /// <summary>In what time those are counted together. Default: 24 hours, ours.</summary>
    public TimeSpan NamingsWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Whose account was recovered, or whose chat was linked with it, within this time approves nothing: somebody else may be in it. Default: 7 days, ours.</summary>
    public TimeSpan ApproverRecoveredWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How far the tries with a current password stay below the directory's own lockout. Default: 2 tries, ours.</summary>
    public int TriesBelowDirectoryLockout { get; set; } = 2;
}
