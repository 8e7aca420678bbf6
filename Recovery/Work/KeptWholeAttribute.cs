namespace ResetBot.Recovery.Work;

/// <summary>
/// Of what carries it every value is kept, also one with which a new one begins: what somebody decided holds when a later release begins with something else.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptWholeAttribute : Attribute;
