namespace ResetBot.Dialogs.Intents;

/// <summary>Several concepts at once.</summary>
internal readonly record struct ConceptSet(UInt128 Bits)
{
    public static ConceptSet Of(params ReadOnlySpan<Concept> concepts)
    {
        var bits = UInt128.Zero;
        foreach (var concept in concepts)
        {
            bits |= UInt128.One << (int)concept;
        }

        return new ConceptSet(bits);
    }

    public bool IsEmpty => Bits == UInt128.Zero;

    public bool Has(Concept concept) => ((Bits >> (int)concept) & UInt128.One) != UInt128.Zero;

    public bool Any(ConceptSet others) => (Bits & others.Bits) != UInt128.Zero;

    public ConceptSet And(ConceptSet others) => new(Bits & others.Bits);

    public ConceptSet With(ConceptSet others) => new(Bits | others.Bits);

    public ConceptSet Without(ConceptSet others) => new(Bits & ~others.Bits);
}
