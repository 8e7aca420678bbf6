using ResetBot.Bot.Hosting;
using ResetBot.Recovery.SecurityQuestions;

namespace ResetBot.Bot.Pages.SecurityQuestions;

/// <summary>What security questions need from the host.</summary>
internal static class SecurityQuestionServices
{
    public static void AddSecurityQuestions(this IServiceCollection services)
    {
        services.AddChecked<SecurityQuestionOptions>(SecurityQuestionOptions.Section, SecurityQuestionOptionsValidator.Faults);
        services.AddSingleton<SecurityQuestionList>();
        services.AddSingleton<QuestionTexts>();
        services.AddSingleton<IQuestionTexts>(provider => provider.GetRequiredService<QuestionTexts>());
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<AnswerRules>();
        services.AddSingleton<AnswerKeeper>();
        services.AddSingleton<SecurityQuestionSetup>();
        services.AddSingleton<SecurityQuestionProof>();
        services.AddSingleton<QuestionViews>();
        services.AddSingleton<QuestionForms>();
    }
}
