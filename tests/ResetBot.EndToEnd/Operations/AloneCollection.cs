using Xunit;

namespace ResetBot.EndToEnd.Operations;

/// <summary>What measures time: nothing else of this project runs beside it.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
