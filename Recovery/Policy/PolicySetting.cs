namespace ResetBot.Recovery.Policy;

/// <summary>One setting of a policy, as it is written, read and explained.</summary>
/// <param name="Name">What it is called where it is written.</param>
/// <param name="Values">What it can be, to follow "it must be".</param>
/// <param name="Meaning">What it does, for administrators.</param>
public sealed record PolicySetting(string Name, string Values, string Meaning)
{
    /// <summary>What a policy has, as it is written: one value, or any number for a list. Null stands for <see cref="Word"/>.</summary>
    public required Func<AccountPolicy, IReadOnlyList<string>?> Show { get; init; }

    /// <summary>The policy with this value; for a list with this one added. Null when the value cannot be.</summary>
    public required Func<AccountPolicy, string, AccountPolicy?> Read { get; init; }

    /// <summary>For a list: the policy with none of it; null for a single value.</summary>
    public Func<AccountPolicy, AccountPolicy>? Clear { get; init; }

    /// <summary>The word that may stand in place of a list; null when none may.</summary>
    public string? Word { get; init; }

    /// <summary>What <see cref="Word"/> does to a policy.</summary>
    public Func<AccountPolicy, AccountPolicy>? ReadWord { get; init; }

    public bool IsList => Clear is not null;
}
