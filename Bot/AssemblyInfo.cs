using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ResetBot.Tests")]
[assembly: InternalsVisibleTo("ResetBot.ConversationTests")]
[assembly: InternalsVisibleTo("ResetBot.Testing")]
[assembly: InternalsVisibleTo("ResetBot.EndToEnd")]
[assembly: InternalsVisibleTo("ResetBot.Benchmarks")]
