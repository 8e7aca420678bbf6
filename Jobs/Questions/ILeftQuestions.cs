namespace ResetBot.Jobs.Questions;

/// <summary>Questions that nobody answered in time.</summary>
public interface ILeftQuestions
{
    /// <summary>Closes those that are due and tells the people; returns how many. Safe to call twice, or to stop midway.</summary>
    Task<int> CloseAsync(CancellationToken cancellation);
}
