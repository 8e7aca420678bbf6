using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Passcodes;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.SecurityQuestions;

namespace ResetBot.Recovery.Methods;

/// <summary>Says of each registered method whether it counts now, and of each that the directory has.</summary>
public sealed class MethodJudge(
    IDirectory directory, IMethodsOffered offered, FactorTable factors, DirectoryMethods fromDirectory, QuestionDesk questions, PolicyBook policies)
{
    private static readonly TimeSpan ResistanceBinds = TimeSpan.FromDays(1);

    /// <summary>The standing of every method of an account. One that nobody registered is not spoken of where it is not allowed.</summary>
    /// <param name="record">What is registered and paused.</param>
    /// <param name="account">Whose methods they are.</param>
    /// <param name="allowed">The kinds that the policy of the account allows.</param>
    /// <param name="used">The kinds that were used in the case already.</param>
    /// <param name="gates">How many gates the case has.</param>
    /// <param name="now">The moment (UTC).</param>
    public IReadOnlyList<(RegisteredMethod Method, MethodStanding Standing)> Judge(
        AccountRecord record,
        Account account,
        IReadOnlyCollection<MethodKind> allowed,
        IReadOnlyCollection<MethodKind> used,
        int gates,
        DateTimeOffset now)
    {
        List<(RegisteredMethod Method, MethodStanding Standing)> methods =
        [
            .. record.Methods
                .Concat(fromDirectory.Of(account, allowed))
                .Concat(PasscodeDesk.MethodOf(record, now))
                .OrderBy(method => method.Kind)
                .Select(method => (method, Standing(method, record, account, allowed, used, now))),
        ];
        return Accompanied(used, gates, Resisting(record, account, used, now, methods));
    }

    /// <summary>
    /// What the directory has that proves a registration of somebody who has never registered anything, and nothing else; at most one of each kind.
    /// Nothing for administrators: they have the password, or a help desk.
    /// </summary>
    /// <param name="record">What is registered and paused.</param>
    /// <param name="account">Whose entries they are.</param>
    /// <param name="trust">Which of them the policy of the account trusts.</param>
    /// <param name="now">The moment (UTC).</param>
    internal IEnumerable<(RegisteredMethod Method, MethodStanding Standing)> ForFirstRegistration(
        AccountRecord record, Account account, DirectoryTrust trust, DateTimeOffset now) =>
        record.EverRegistered
            ? []
            : fromDirectory.Unconfirmed(account, trust)
                .Where(method => factors.Of(method.Kind).ForAdministrators || !account.IsAdministrator)
                .Where(method => method.Kind != MethodKind.DirectoryEmail || !DependsOnAccount(method.Destination, account))
                .Where(method => offered.Offers(method.Kind))
                .DistinctBy(method => method.Kind)
                .Select(method => (method, PausedOrNot(method, record, now)));

    /// <summary>For how many gates methods of these standings are good.</summary>
    public int Counting(IEnumerable<(RegisteredMethod Method, MethodStanding Standing)> methods) =>
        factors.Independent(methods.Where(method => method.Standing is MethodStanding.Counts).Select(method => method.Method.Kind));

    /// <summary>The same standings, where of those that hang on one thing only the first counts.</summary>
    public IReadOnlyList<(RegisteredMethod Method, MethodStanding Standing)> Apart(
        IReadOnlyList<(RegisteredMethod Method, MethodStanding Standing)> methods)
    {
        List<(RegisteredMethod Method, MethodStanding Standing)> apart = [];
        foreach (var (method, standing) in methods)
        {
            var same = apart.Find(other => other.Standing is MethodStanding.Counts && factors.AreOne(other.Method.Kind, method.Kind)).Method;
            apart.Add((method, standing is MethodStanding.Counts && same is not null ? new MethodStanding.CountsOnce(same.Kind) : standing));
        }

        return apart;
    }

    /// <summary>
    /// Whether an address hangs on the account: its own mailbox, under whatever name or with a part of its own after a plus (RFC 5233), or any in a
    /// domain of the company.
    /// </summary>
    public bool DependsOnAccount(string address, Account account) =>
        account.MailboxAliases.Append(account.Mail ?? "").Append(account.UserName).Any(own => Destinations.AreOneMailbox(own, address))
        || directory.VerifiedDomains.Any(domain => InDomain(address, domain));

    // Also while it pauses, and for a day after it was removed or replaced: else five wrong answers, or one other factor, would be a way round it.
    private List<(RegisteredMethod Method, MethodStanding Standing)> Resisting(
        AccountRecord record,
        Account account,
        IReadOnlyCollection<MethodKind> used,
        DateTimeOffset now,
        List<(RegisteredMethod Method, MethodStanding Standing)> methods)
    {
        var hasOne = record.ResistanceLostAt + ResistanceBinds > now
            || methods.Exists(one => factors.Of(one.Method.Kind).ResistsPhishing && one.Standing is MethodStanding.Counts or MethodStanding.Paused);
        return account.IsAdministrator && used.Count > 0 && hasOne && !used.Any(kind => factors.Of(kind).ResistsPhishing)
            ? methods.ConvertAll(one => one.Standing is MethodStanding.Counts && !factors.Of(one.Method.Kind).ResistsPhishing
                ? (one.Method, new MethodStanding.NeedsResistance())
                : one)
            : methods;
    }

    // Beside what? Beside a gate that was passed by what stands alone, or by one more that is asked for and can be.
    private List<(RegisteredMethod Method, MethodStanding Standing)> Accompanied(
        IReadOnlyCollection<MethodKind> used, int gates, List<(RegisteredMethod Method, MethodStanding Standing)> methods)
    {
        var counting = methods.Where(one => one.Standing is MethodStanding.Counts).Select(one => one.Method.Kind);
        return factors.HasOneThatStandsAlone(used) || (gates - used.Count > 1 && factors.HasOneThatStandsAlone(counting))
            ? methods
            : methods.ConvertAll(one => one.Standing is MethodStanding.Counts && factors.Of(one.Method.Kind).NeverAlone
                ? (one.Method, new MethodStanding.NeverAlone())
                : one);
    }

    private MethodStanding Standing(
        RegisteredMethod method,
        AccountRecord record,
        Account account,
        IReadOnlyCollection<MethodKind> allowed,
        IReadOnlyCollection<MethodKind> used,
        DateTimeOffset now)
    {
        if (used.Contains(method.Kind))
        {
            return new MethodStanding.GroupUsed();
        }

        // Whoever knows the password may come into both chats with it.
        if (factors.Of(method.Kind).InOtherChat && used.Contains(MethodKind.CurrentPassword))
        {
            return new MethodStanding.NeverAlone();
        }

        foreach (var before in used)
        {
            if (factors.AreOne(before, method.Kind))
            {
                return new MethodStanding.CountsOnce(before);
            }
        }

        if (!allowed.Contains(method.Kind))
        {
            return new MethodStanding.NotAllowed();
        }

        if (!offered.Offers(method.Kind))
        {
            return new MethodStanding.NotOffered();
        }

        if (IsTied(method, account))
        {
            return factors.Of(method.Kind).Tie == AccountTie.CompanyTelephone ? new MethodStanding.RingsInAccount() : new MethodStanding.DependsOnAccount();
        }

        return Lack(method, record, account, now) ?? PausedOrNot(method, record, now);
    }

    // What is wrong with it whatever was used or is allowed; null when nothing is.
    private MethodStanding? Lack(RegisteredMethod method, AccountRecord record, Account account, DateTimeOffset now) => method switch
    {
        { Kind: MethodKind.VoiceOffice } => OfficePhone(method, record, account),
        { Kind: MethodKind.ColleagueVouching } => Colleagues(method, policies.ColleaguesRequired(account), now),
        { Codes.Hashes.Count: 0 } => new MethodStanding.UsedUp(),
        { Answers: { } answers } when !questions.Suffice(answers) => new MethodStanding.Outdated(),
        { CountsFrom: var from } when from > now => new MethodStanding.NotYet(from),
        _ => null,
    };

    // Counts from the moment on from which as many of them do as are needed.
    private static MethodStanding? Colleagues(RegisteredMethod method, int needed, DateTimeOffset now) => method.Colleagues?.CountFrom(needed) switch
    {
        null => new MethodStanding.TooFewColleagues(method.Colleagues?.Accepted ?? 0, needed),
        { } later when later > now => new MethodStanding.NotYet(later),
        _ => null,
    };

    private static MethodStanding PausedOrNot(RegisteredMethod method, AccountRecord record, DateTimeOffset now) =>
        AttemptLimiter.MethodPausedUntil(record, ChallengeKeys.Registered(method.Kind), now) is { } until
            ? new MethodStanding.Paused(until)
            : new MethodStanding.Counts();

    // A mobile that is registered too counts as the mobile, also while it does not count yet.
    private static MethodStanding? OfficePhone(RegisteredMethod office, AccountRecord record, Account account)
    {
        if (account.OfficePhone is not { OwnerMayChange: false })
        {
            return new MethodStanding.OwnerMayChange();
        }

        var number = PhoneNumber.WithoutExtension(office.Destination);
        var same = record.Registered.Find(method => FactorTable.Published.Of(method.Kind).Group == FactorGroup.PhoneNumber && method.Destination == number);
        return same is null ? null : new MethodStanding.CountsOnce(same.Kind);
    }

    private bool IsTied(RegisteredMethod method, Account account) => factors.Of(method.Kind).Tie switch
    {
        AccountTie.None => false,
        AccountTie.CompanyMailbox => DependsOnAccount(method.Destination, account),
        AccountTie.CompanyTelephone => account.OfficePhoneRingsInAccount,
        AccountTie.Unconfirmed or AccountTie.Always => true,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method.Kind, "no such tie"),
    };

    private static bool InDomain(string address, string domain)
    {
        var host = address[(address.LastIndexOf('@') + 1)..];
        return host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
    }
}
