namespace ResetBot.Recovery.Limits;

/// <summary>
/// What text messages and calls may cost (section <c>CostCap</c>): how many go to one country in a day. A country is its calling code (ITU-T E.164:
/// 46, 1), a day one of UTC. Counted in the database, codes and notices alike; notices leave also beyond the cap.
/// </summary>
public sealed class CostCapOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "CostCap";

    /// <summary>
    /// Text messages and calls in a day to one country; 0 sends no codes there, empty is no cap. Default: 1,000, ours; in demo mode, where nothing
    /// costs anything, empty.
    /// </summary>
    public int? PerDay { get; set; } = 1000;

    /// <summary>The same for single countries, by calling code: <c>CostCap:Prefixes:46=5000</c>. Default: none, then <see cref="PerDay"/>, ours.</summary>
    public Dictionary<string, int> Prefixes { get; set; } = [];

    /// <summary>
    /// How much of it those can cause who have proved nothing, in percent, before nothing of theirs leaves any more (which does not show). Default:
    /// 50, ours: naming accounts on the web page then does not use up what people in their chats need.
    /// </summary>
    public int StrangersPercent { get; set; } = 50;
}
