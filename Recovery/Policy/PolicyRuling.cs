using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Policy;

/// <summary>What the policies say to one operation on one account.</summary>
public abstract record PolicyRuling
{
    private PolicyRuling()
    {
    }

    /// <summary>It may be done.</summary>
    /// <param name="Policy">The policy that holds.</param>
    /// <param name="Version">The version that it stands in.</param>
    /// <param name="Gates">How many gates must be passed, the administrators' floor applied.</param>
    /// <param name="Methods">What may prove it, the administrators' floor applied.</param>
    public sealed record Permits(AccountPolicy Policy, int Version, int Gates, IReadOnlyList<MethodKind> Methods) : PolicyRuling
    {
        /// <summary>How many gates somebody passes whom no channel knows: there, what would stand behind one factor stands behind those of a reset.</summary>
        public int GatesWithoutChannel { get; init; } = Gates;

        /// <summary>How many gates a case has, where its channel knows the person or does not.</summary>
        internal int GatesFor(bool knowsPerson) => knowsPerson ? Gates : GatesWithoutChannel;

        /// <summary>How long a proved reset waits, the administrators' time applied.</summary>
        public CoolingTimes Cooling { get; init; } = CoolingTimes.None;
    }

    /// <summary>There is no policy at all.</summary>
    public sealed record NoPolicy : PolicyRuling;

    /// <summary>No policy is for a group of this account.</summary>
    public sealed record NotInGroup : PolicyRuling;

    /// <summary>The policy that holds is switched off.</summary>
    public sealed record SwitchedOff(AccountPolicy Policy) : PolicyRuling;

    /// <summary>The policy that holds does not allow this operation.</summary>
    public sealed record OperationNotAllowed(AccountPolicy Policy) : PolicyRuling;

    /// <summary>The licence tier of the policy does not cover this operation on this account.</summary>
    public sealed record NotLicensed(AccountPolicy Policy) : PolicyRuling;

    /// <summary>The policy that this ruling follows; null when none is for the account.</summary>
    public AccountPolicy? Source => this switch
    {
        Permits permits => permits.Policy,
        SwitchedOff off => off.Policy,
        OperationNotAllowed other => other.Policy,
        NotLicensed unlicensed => unlicensed.Policy,
        _ => null,
    };
}
