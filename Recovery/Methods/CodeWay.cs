namespace ResetBot.Recovery.Methods;

/// <summary>How a code gets to a person.</summary>
public enum CodeWay
{
    /// <summary>Nothing is sent: the person has it, or it is no code.</summary>
    None,

    /// <summary>By e-mail.</summary>
    Mail,

    /// <summary>By text message.</summary>
    Text,

    /// <summary>Read out by a phone call.</summary>
    Call,
}
