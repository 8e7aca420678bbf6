namespace ResetBot.Recovery.Cases;

/// <summary>What a case is for.</summary>
public enum Operation
{
    /// <summary>Set a forgotten password anew.</summary>
    Reset,

    /// <summary>Register or replace the methods that prove who a person is.</summary>
    Register,

    /// <summary>Lets an account that is locked sign in again; the password stays.</summary>
    Unlock,

    /// <summary>Replaces a known password.</summary>
    Change,

    /// <summary>Hands over, or erases, what is kept of a person.</summary>
    Privacy,

    /// <summary>Links a chat in which a person is not known with their account.</summary>
    Link,
}
