using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace ResetBot.Testing.Conversations;

/// <summary>A piece of a conversation: what is said and seen, one after another. It happens when it is awaited.</summary>
public sealed class ChatScript(ChatDriver chat)
{
    private readonly List<Func<Task>> _acts = [];

    /// <summary>The person types.</summary>
    public ChatScript Says(string text) => Then(() => chat.SayAsync(text));

    /// <summary>The person types what is known only when it comes to it, such as a code.</summary>
    public ChatScript Says(Func<Task<string>> text) => Then(async () => await chat.SayAsync(await text()));

    /// <summary>The person taps the newest button that stands for a choice.</summary>
    public ChatScript Taps(string choice) => Then(() => chat.TapAsync(chat.ButtonFor(choice)));

    /// <summary>The person types into the newest card's field and taps its button.</summary>
    public ChatScript Fills(string text) => Then(() => chat.TapAsync(Filled(text)));

    /// <inheritdoc cref="Fills(string)"/>
    public ChatScript Fills(Func<Task<string>> text) => Then(async () => await chat.TapAsync(Filled(await text())));

    /// <summary>The next message that holds all of these is seen; those before it are passed over.</summary>
    public ChatScript Sees(params string[] parts) => Then(() => chat.SeeAsync(parts));

    /// <summary>Nothing is left that was not seen (and holds all of these).</summary>
    public ChatScript SeesNo(params string[] parts) => Then(() => chat.SeeNothingAsync(parts));

    public TaskAwaiter<ChatMessage> GetAwaiter() => RunAsync().GetAwaiter();

    private async Task<ChatMessage> RunAsync()
    {
        foreach (var act in _acts)
        {
            await act();
        }

        return chat.Seen;
    }

    private JsonObject Filled(string text)
    {
        var data = chat.ButtonFor("submit").DeepClone().AsObject();
        data["input"] = text;
        return data;
    }

    private ChatScript Then(Func<Task> act)
    {
        _acts.Add(act);
        return this;
    }
}
