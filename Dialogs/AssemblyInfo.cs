using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ResetBot.Tests")]
