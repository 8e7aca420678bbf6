using ResetBot.EndToEnd.Running;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]
