using System.Text.Json;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Passwords.History;
using ResetBot.Recovery.Vouching;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Privacy;

/// <summary>Collects what is kept of a person, wherever it is.</summary>
public sealed class PersonalFile(IAuditTrail trail)
{
    // Years of somebody who forgets a password every day; more would be a program.
    private const int MostSteps = 20_000;

    /// <summary>All of it, as it is now.</summary>
    public async Task<PersonalData> CollectAsync(IUnitOfWork work, Account account, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        var steps = Steps(account.Id);
        var history = await work.FindAsync<PasswordHistory>(account.Id.ToString(), cancellation);
        var asked = await ApproverRecord.OfAsync(work, account.Id, cancellation);
        return new PersonalData(
            account.Id,
            account.UserName,
            account.DisplayName,
            [.. record.Methods.Select(Of)],
            new PersonalData.Recovery(
                record.RecoveredAt, record.PausedUntil, record.SendsPausedUntil, record.MethodPauses, record.ConsecutiveFailures, Counted(record), record.ConfirmedAt),
            history?.Entries.Count ?? 0,
            asked.Requests.Count,
            (await ColleagueRecord.OfAsync(work, account.Id, cancellation)).VouchesFor,
            record.LinkedPeople,
            [.. (await CasesAsync(work, account.Id, steps, cancellation)).Select(Of)],
            steps);
    }

    /// <summary>The cases of an account that are not deleted yet, the newest first.</summary>
    internal Task<IReadOnlyList<RecoveryCase>> CasesAsync(IUnitOfWork work, AccountId account, CancellationToken cancellation) =>
        CasesAsync(work, account, Steps(account), cancellation);

    // They are found by the trail, which names each: an index of their own would cost every case a page.
    private static async Task<IReadOnlyList<RecoveryCase>> CasesAsync(
        IUnitOfWork work, AccountId account, IEnumerable<JsonElement> steps, CancellationToken cancellation)
    {
        List<RecoveryCase> cases = [];
        foreach (var id in steps.Select(step => step.TryGetProperty("case", out var named) ? named.GetString() : null).OfType<string>().Distinct())
        {
            if (await work.FindAsync<RecoveryCase>(id, cancellation) is { } found && found.Account == account)
            {
                cases.Add(found);
            }
        }

        return cases;
    }

    private List<JsonElement> Steps(AccountId account) =>
        [.. trail.Recent(account.ToString(), MostSteps).Select(body => JsonElement.Parse(body))];

    private static Dictionary<string, int> Counted(AccountRecord record) =>
        record.WrongAnswers.ToDictionary(counter => counter.Key, counter => counter.Value.Counted.Sum(slice => slice.Count));

    private static PersonalData.Method Of(RegisteredMethod method) => new(
        method.Kind,
        method.Destination.Length > 0 ? method.Destination : null,
        method.AddedAt,
        method.CountsFrom,
        method.Codes?.Hashes.Count,
        method.Answers is { } kept ? [.. kept.Answers.Select(answer => answer.Question)] : null,
        method.Passkey?.CredentialId,
        method.Colleagues is { } named ? [.. named.All.Select(colleague => colleague.Name)] : null,
        method.Chats);

    private static PersonalData.Case Of(RecoveryCase one) => new(one.Id, one.Operation, one.BegunIn, one.StartedAt, one.Status, [.. one.Gates]);
}
