namespace ResetBot.Recovery.Work;

/// <summary>
/// Something that is remembered as a whole under one key. Each kind has a table of its own; a document that was read is saved only if
/// nobody saved it in between.
/// </summary>
public interface IDocument
{
    /// <summary>The name of the kind, and of its table.</summary>
    static abstract string Kind { get; }

    /// <summary>Whether somebody is about to read what was saved last, so that it is worth memory.</summary>
    static virtual bool IsReadAgain => true;

    /// <summary>Unique within the kind, never reused.</summary>
    string Key { get; }

    /// <summary>Whom or what it belongs to, to find it by; null where nobody asks.</summary>
    string? Owner => null;

    /// <summary>When something has to be done with it (UTC); null when nothing has.</summary>
    DateTimeOffset? DueAt => null;

    /// <summary>From when on nobody needs it and it may be deleted (UTC); null means it is kept.</summary>
    DateTimeOffset? OutlivedAt => null;
}
