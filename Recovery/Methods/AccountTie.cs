namespace ResetBot.Recovery.Methods;

/// <summary>When a method hangs on the account that is being recovered, and so proves nothing about it.</summary>
public enum AccountTie
{
    /// <summary>Never.</summary>
    None,

    /// <summary>When its address is the account's own mailbox, or any in a domain of the company.</summary>
    CompanyMailbox,

    /// <summary>When it rings through the account, as Teams Phone does: whoever holds a session of the account answers the call.</summary>
    CompanyTelephone,

    /// <summary>Always: nobody has confirmed that it is the person's. It proves a first registration.</summary>
    Unconfirmed,

    /// <summary>Always: it is what is being recovered. It proves a registration or a change.</summary>
    Always,
}
