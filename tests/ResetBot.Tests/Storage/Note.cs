using ResetBot.Recovery.Work;

namespace ResetBot.Tests.Storage;

/// <summary>A document of tests, kept in the table of another kind.</summary>
internal sealed class Note : IDocument
{
    public static string Kind => "case_budget";

    public required string Key { get; init; }

    public int Count { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? OutlivedAt => DueAt;
}
