using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Outbox;
using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>A letter with a code in it.</summary>
internal sealed record Letter(string To, string Code);

/// <summary>Reads every letter that leaves, on its way.</summary>
internal sealed class Postbox
{
    private readonly ConcurrentQueue<Letter> _letters = new();
    private readonly ConcurrentDictionary<string, string> _newest = new();

    /// <summary>The letters with codes that left since this was asked last.</summary>
    public IReadOnlyList<Letter> Take()
    {
        List<Letter> taken = [];
        while (_letters.TryDequeue(out var letter))
        {
            taken.Add(letter);
        }

        return taken;
    }

    /// <summary>The code that left last to an address or number, whatever the clock showed.</summary>
    public string Newest(string to) => _newest.TryGetValue(to, out var code) ? code : throw new StoryException($"No code was sent to {to}.");

    public void Read(IServiceCollection services)
    {
        foreach (var courier in services.Where(service => service.ServiceType == typeof(ICourier) && service.ImplementationFactory is not null).ToList())
        {
            services.Remove(courier);
            services.AddSingleton<ICourier>(provider => new Reader((ICourier)courier.ImplementationFactory!(provider), this));
        }
    }

    private sealed class Reader(ICourier courier, Postbox postbox) : ICourier
    {
        public string Via => courier.Via;

        public Task<Delivery> SendAsync(CourierMessage message, CancellationToken cancellation)
        {
            // A notice has a link and no code.
            if (message.Link is null && courier.Via != NowhereCourier.Way && OutboxReader.CodeIn(message.Text) is { } code)
            {
                postbox._newest[message.To] = code;
                postbox._letters.Enqueue(new Letter(message.To, code));
            }

            return courier.SendAsync(message, cancellation);
        }
    }
}
