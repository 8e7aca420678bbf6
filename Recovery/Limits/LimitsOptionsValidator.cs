namespace ResetBot.Recovery.Limits;

/// <summary>Lists what is out of range in <see cref="LimitsOptions"/>.</summary>
public static class LimitsOptionsValidator
{
    public static IEnumerable<string> Faults(LimitsOptions options)
    {
        (string Name, int Value)[] counts =
        [
            (nameof(options.WrongAnswersPerMethod), options.WrongAnswersPerMethod),
            (nameof(options.FailedCasesPerAccount), options.FailedCasesPerAccount),
            (nameof(options.SendsPerAccount), options.SendsPerAccount),
            (nameof(options.ResetsPerAccount), options.ResetsPerAccount),
            (nameof(options.UnlocksPerAccount), options.UnlocksPerAccount),
            (nameof(options.ApprovalsPerAccount), options.ApprovalsPerAccount),
            (nameof(options.PushesPerAccount), options.PushesPerAccount),
            (nameof(options.NamingsPerAccount), options.NamingsPerAccount),
            (nameof(options.ConsecutiveFailures), options.ConsecutiveFailures),
            (nameof(options.CasesPerUserPerHour), options.CasesPerUserPerHour),
            (nameof(options.CasesPerAddressPerHour), options.CasesPerAddressPerHour),
            (nameof(options.StrangerWrongAnswersPerAccount), options.StrangerWrongAnswersPerAccount),
            (nameof(options.StrangerSendsPerAccount), options.StrangerSendsPerAccount),
            (nameof(options.StrangerWrongAnswersPerAddress), options.StrangerWrongAnswersPerAddress),
            (nameof(options.StrangerSendsPerAddress), options.StrangerSendsPerAddress),
            (nameof(options.TriesBelowDirectoryLockout), options.TriesBelowDirectoryLockout),
        ];
        (string Name, TimeSpan Value)[] times =
        [
            (nameof(options.WrongAnswersWindow), options.WrongAnswersWindow),
            (nameof(options.MethodPause), options.MethodPause),
            (nameof(options.FailedCasesWindow), options.FailedCasesWindow),
            (nameof(options.AccountPause), options.AccountPause),
            (nameof(options.SendsWindow), options.SendsWindow),
            (nameof(options.SendPause), options.SendPause),
            (nameof(options.ResetsWindow), options.ResetsWindow),
            (nameof(options.ResetPause), options.ResetPause),
            (nameof(options.ApprovalsWindow), options.ApprovalsWindow),
            (nameof(options.PushesWindow), options.PushesWindow),
            (nameof(options.NamingsWindow), options.NamingsWindow),
            (nameof(options.ApproverRecoveredWithin), options.ApproverRecoveredWithin),
            (nameof(options.UnlocksWindow), options.UnlocksWindow),
            (nameof(options.StrangerWrongAnswersWindow), options.StrangerWrongAnswersWindow),
            (nameof(options.StrangerSendsWindow), options.StrangerSendsWindow),
            (nameof(options.StrangerCaseLifetime), options.StrangerCaseLifetime),
        ];
        var badCounts = counts.Where(count => count.Value is < 1 or > 1_000_000_000)
            .Select(count => $"Limits:{count.Name} is {count.Value}; it must be from 1 to 1,000,000,000.");
        var badTimes = times.Where(time => time.Value < TimeSpan.FromMinutes(1) || time.Value > TimeSpan.FromDays(30))
            .Select(time => $"Limits:{time.Name} is {time.Value}; it must be from 1 minute to 30 days.");
        return badCounts.Concat(badTimes).Concat(BadShares(options));
    }

    // One address alone must not use up what all may do.
    private static IEnumerable<string> BadShares(LimitsOptions options)
    {
        (string Name, int Share, string TotalName, int Total)[] shares =
        [
            (nameof(options.StrangerWrongAnswersPerAddress), options.StrangerWrongAnswersPerAddress,
                nameof(options.StrangerWrongAnswersPerAccount), options.StrangerWrongAnswersPerAccount),
            (nameof(options.StrangerSendsPerAddress), options.StrangerSendsPerAddress,
                nameof(options.StrangerSendsPerAccount), options.StrangerSendsPerAccount),
        ];
        return shares.Where(share => share.Total >= 1 && (long)share.Share * StrangerLimiter.WithinShare >= share.Total)
            .Select(share => $"Limits:{share.Name} is {share.Share}; it must be less than half of Limits:{share.TotalName} ({share.Total}).");
    }
}
