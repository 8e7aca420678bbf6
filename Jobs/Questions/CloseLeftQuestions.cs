namespace ResetBot.Jobs.Questions;

/// <summary>Closes questions that were left alone for too long, and tells the people.</summary>
public sealed class CloseLeftQuestions(ILeftQuestions questions)
{
    public Task<int> RunAsync(CancellationToken cancellation) => questions.CloseAsync(cancellation);
}
