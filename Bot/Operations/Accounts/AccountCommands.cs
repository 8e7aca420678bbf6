using ResetBot.Bot.Operations.Control;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Objections;
using ResetBot.Recovery.Passcodes;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Operations.Accounts;

/// <summary>Shows how recovery of an account stands, stops it, and opens it again, for whoever runs the service.</summary>
internal sealed class AccountCommands(IDirectory directory, IUnitsOfWork units, ObjectionDesk objections, Reopening reopening, PasscodeDesk passcodes, OpenCases cases)
{
    // Notices about it are written in the language of the company's mails: nobody typed in a chat.
    private const string Language = "en";

    public async Task<ControlAnswer> RunAsync(ControlRequest request, CancellationToken cancellation)
    {
        try
        {
            if (request.Verb == "account cases")
            {
                return await cases.ListAsync(cancellation);
            }

            return await directory.FindByUserNameAsync(request.Text, cancellation) is { } account
                ? await units.RunAsync(work => RunAsync(work, request, account, cancellation), cancellation)
                : new ControlAnswer(ControlAnswer.Refused, [$"The directory has no account {request.Text}."]);
        }
        catch (DirectoryUnavailableException)
        {
            return new ControlAnswer(ControlAnswer.Impossible, ["The directory does not answer. Nothing was changed."]);
        }
    }

    private Task<ControlAnswer> RunAsync(IUnitOfWork work, ControlRequest request, Account account, CancellationToken cancellation) => request.Verb switch
    {
        "account show" => ShowAsync(work, account, cancellation),
        "account freeze" => FreezeAsync(work, account, request, cancellation),
        "account passcode" => IssueAsync(work, account, request, cancellation),
        "account open" => OpenAsync(work, account, request, cancellation),
        _ => Task.FromResult(new ControlAnswer(ControlAnswer.Impossible, [$"There is no command '{request.Verb}'."])),
    };

    private static async Task<ControlAnswer> ShowAsync(IUnitOfWork work, Account account, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        var obstacles = Reopening.Obstacles(record, work.Now);
        return new ControlAnswer(
            ControlAnswer.Done,
            [
                $"{account.DisplayName}, {account.UserName}, {account.Id}{(account.Enabled ? "" : ", disabled")}{(account.Locked ? ", locked" : "")}{(account.IsAdministrator ? ", administrator" : "")}",
                obstacles.Count == 0 ? "Recovery is open." : "Recovery: " + string.Join("; ", obstacles) + ".",
                .. record.Methods.Select(method =>
                    $"{method.Kind} {method.Masked}".TrimEnd() + $", added {method.AddedAt:yyyy-MM-dd HH:mm}, counts from {method.CountsFrom:yyyy-MM-dd HH:mm} UTC"),
                .. record.Methods.Count == 0 ? ["No method is registered."] : Array.Empty<string>(),
            ]);
    }

    private async Task<ControlAnswer> FreezeAsync(IUnitOfWork work, Account account, ControlRequest request, CancellationToken cancellation)
    {
        var by = new AccountActor("console", request.By, Language) { Why = request.Why };
        return await objections.ObjectAsync(work, account, by, cancellation) is Objection.Stopped stopped
            ? new ControlAnswer(
                ControlAnswer.Done,
                [
                    $"Recovery of {account.UserName} is stopped. Its sessions end when the directory answers.",
                    .. stopped.Removed.Select(method => $"{method.Kind} {method.Masked} did not count yet and was removed."),
                ])
            : new ControlAnswer(ControlAnswer.Refused, [$"Recovery of {account.UserName} was stopped before."]);
    }

    private async Task<ControlAnswer> IssueAsync(IUnitOfWork work, Account account, ControlRequest request, CancellationToken cancellation) =>
        await passcodes.IssueAsync(work, account, new AccountActor("console", request.By, Language) { Why = request.Why }, cancellation) switch
        {
            PasscodeIssue.Issued issued => new ControlAnswer(
                ControlAnswer.Done,
                [$"Passcode of {account.UserName}: {issued.Code[..4]} {issued.Code[4..]}. It works once, until {issued.ExpiresAt:HH:mm} UTC; an earlier one is void. It is not shown again."]),
            PasscodeIssue.NeedsAnother another => new ControlAnswer(
                ControlAnswer.Refused, [$"{account.UserName} is an administrator: somebody else has to ask for it too, until {another.Until:HH:mm} UTC. They get the passcode."]),
            PasscodeIssue.NotAllowed => new ControlAnswer(
                ControlAnswer.Refused, [$"The policy of {account.UserName} does not take passcodes (methodsAllowed: passcode)."]),
            _ => new ControlAnswer(ControlAnswer.Refused, [$"{account.UserName} is disabled, or its recovery is stopped, closed or paused: 'account show' tells."]),
        };

    private async Task<ControlAnswer> OpenAsync(IUnitOfWork work, Account account, ControlRequest request, CancellationToken cancellation) =>
        await reopening.OpenAsync(work, account, new AccountActor("console", request.By, Language) { Why = request.Why }, cancellation)
            ? new ControlAnswer(ControlAnswer.Done, [$"Recovery of {account.UserName} is open again. What was begun before stays ended."])
            : new ControlAnswer(ControlAnswer.Refused, [$"Nothing stands in the way of recovery of {account.UserName}. Nothing was changed."]);
}
