namespace ResetBot.Bot.Demo;

/// <summary>A try to sign in at the demonstration directory.</summary>
internal sealed record DemoSignIn(string? UserName, string? Password)
{
    public override string ToString() => nameof(DemoSignIn);
}
