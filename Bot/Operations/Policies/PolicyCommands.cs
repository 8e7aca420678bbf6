using ResetBot.Bot.Operations.Control;
using ResetBot.Recovery.Policy;

namespace ResetBot.Bot.Operations.Policies;

/// <summary>Does what is asked about policies from outside of any chat, and says what came of it.</summary>
internal sealed class PolicyCommands(PolicyOffice office)
{
    public async Task<ControlAnswer> RunAsync(ControlRequest request, CancellationToken cancellation) => request.Verb switch
    {
        "policy export" => new ControlAnswer(ControlAnswer.Done, [], office.Export()),
        "policy check" => Checked(await office.CheckAsync(request.Text, cancellation)),
        "policy import" => Imported(await office.ImportAsync(request.Text, request.By, request.Why, cancellation)),
        _ => new ControlAnswer(ControlAnswer.Impossible, [$"There is no command '{request.Verb}'."]),
    };

    private static ControlAnswer Checked(PolicyReading reading) => reading.IsSound
        ? new ControlAnswer(ControlAnswer.Done, [.. Found(reading), $"{Count(reading)} can be imported. Nothing was changed."])
        : Faulty(reading);

    private static ControlAnswer Imported(PolicyImport import) => import switch
    {
        PolicyImport.Done done => new ControlAnswer(
            ControlAnswer.Done, [.. Found(done.Reading), $"Version {done.Version.Number} is in force, with {Count(done.Reading)}."]),
        PolicyImport.Faulty faulty => Faulty(faulty.Reading),
        PolicyImport.Overtaken { InForce: { } now } overtaken => new ControlAnswer(
            ControlAnswer.Refused,
            [
                $"The file was made from version {overtaken.MadeFrom}, and version {now.Number} is in force: saved by {now.By} on {now.SavedAt:yyyy-MM-dd HH:mm} UTC ({now.Why}).",
                "Nothing was changed. Export the policies anew and change those, or take the line 'version' out of the file to replace them.",
            ]),
        PolicyImport.Overtaken overtaken => new ControlAnswer(
            ControlAnswer.Refused, [$"The file was made from version {overtaken.MadeFrom}, and no policies were imported here yet. Nothing was changed."]),
        _ => throw new InvalidOperationException($"unknown outcome {import.GetType().Name}"),
    };

    private static ControlAnswer Faulty(PolicyReading reading) =>
        new(ControlAnswer.Refused, [.. Found(reading), $"{reading.Findings.Count(finding => finding.IsFault)} faults. Nothing was changed."]);

    private static IEnumerable<string> Found(PolicyReading reading) => reading.Findings.Select(finding => finding.ToString());

    private static string Count(PolicyReading reading) => reading.Policies.Count == 1 ? "1 policy" : $"{reading.Policies.Count} policies";
}
