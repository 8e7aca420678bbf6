namespace ResetBot.Bot.Turns;

/// <summary>How much is taken on at once, in all channels together (section <c>Turns</c>).</summary>
public sealed class TurnOptions
{
    public const string Section = "Turns";

    /// <summary>Turns that run or wait, of all conversations; more are answered 503 before anything of them is recorded. Default: 512 turns, ours.</summary>
    public int MostAtOnce { get; set; } = 512;

    /// <summary>
    /// How much of <see cref="MostAtOnce"/> the web page may take, where nobody has proved who they are: more forms are answered 503, while
    /// those whom a channel knows are served. At least one turn. Default: 50 percent, ours.
    /// </summary>
    public int StrangersPercent { get; set; } = 50;

    /// <summary>Turns of one conversation that run or wait; more are answered 503. Default: 16 turns, ours: far more than a person types.</summary>
    public int MostPerConversation { get; set; } = 16;

    /// <summary>When somebody who was answered 503 may come back, as <c>Retry-After</c>. Default: 2 seconds, ours.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long turns that run may go on when the service is told to stop; then they are given up, unsaved and unacknowledged. Default: 15
    /// seconds, ours: the time that Teams waits for an answer.
    /// </summary>
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(15);
}
