namespace ResetBot.Recovery.Policy;

/// <summary>Takes policies in and gives them out as files.</summary>
public sealed class PolicyOffice(PolicyBook book, PolicyDesk desk, PolicyCheck check)
{
    /// <summary>The policies in force as a file.</summary>
    public string Export() => PolicyFileWriter.Write(book.InForce);

    /// <summary>Reads a file and changes nothing.</summary>
    public Task<PolicyReading> CheckAsync(string text, CancellationToken cancellation) => PolicyFileReader.ReadAsync(text, check, cancellation);

    /// <summary>Puts the policies of a file into force, if there is no fault in it and nobody was faster.</summary>
    public async Task<PolicyImport> ImportAsync(string text, string by, string why, CancellationToken cancellation)
    {
        // Asked before it is read, so that what is saved meanwhile is not lost unseen.
        var version = book.InForce.Version;
        var reading = await CheckAsync(text, cancellation);
        if (!reading.IsSound)
        {
            return new PolicyImport.Faulty(reading);
        }

        var madeFrom = reading.MadeFrom ?? version;
        return await desk.PutAsync(reading.Policies, madeFrom, by, why, cancellation) switch
        {
            PolicyChange.Saved saved => new PolicyImport.Done(saved.Version, reading),
            PolicyChange.Overtaken overtaken => new PolicyImport.Overtaken(madeFrom, overtaken.InForce),
            var other => throw new InvalidOperationException($"unknown outcome {other.GetType().Name}"),
        };
    }
}
