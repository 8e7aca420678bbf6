namespace ResetBot.Recovery.Methods;

/// <summary>Which methods this installation can use: what has no courier, or is switched off, is not offered.</summary>
public interface IMethodsOffered
{
    bool Offers(MethodKind kind);
}
