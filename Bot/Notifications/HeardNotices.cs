using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <summary>Tells people, and whoever else shows how their accounts stand.</summary>
internal sealed class HeardNotices(Notices notices, IEnumerable<IHearNotices> hearers) : INotices
{
    private readonly IHearNotices[] _hearers = [.. hearers];

    public async Task TellAsync(IUnitOfWork work, Notice notice, CancellationToken cancellation)
    {
        var personIsTold = await notices.TellAsync(work, notice, cancellation);
        foreach (var hearer in _hearers)
        {
            await hearer.HearAsync(work, notice, personIsTold, cancellation);
        }
    }
}
