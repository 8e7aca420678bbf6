using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ResetBot.Tests")]
[assembly: InternalsVisibleTo("ResetBot.Testing")]
