using Microsoft.Extensions.Options;
using ResetBot.Bot.BreachedPasswords;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Couriers.Mail;
using ResetBot.Bot.Couriers.Sms;
using ResetBot.Bot.Demo;
using ResetBot.Bot.Look;
using ResetBot.Bot.Notifications;
using ResetBot.Bot.Operations;
using ResetBot.Bot.Operations.Accounts;
using ResetBot.Bot.Operations.Control;
using ResetBot.Bot.Operations.Policies;
using ResetBot.Bot.Outbox;
using ResetBot.Bot.Pages;
using ResetBot.Bot.Pages.Passkeys;
using ResetBot.Bot.Pages.Privacy;
using ResetBot.Bot.Pages.SecurityQuestions;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs;
using ResetBot.Dialogs.Approve;
using ResetBot.Dialogs.Change;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Language;
using ResetBot.Dialogs.Move;
using ResetBot.Dialogs.NotMe;
using ResetBot.Dialogs.Prove;
using ResetBot.Dialogs.Push;
using ResetBot.Dialogs.Register;
using ResetBot.Dialogs.Reset;
using ResetBot.Dialogs.Status;
using ResetBot.Dialogs.Unlock;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Directories;
using ResetBot.Jobs;
using ResetBot.Jobs.Questions;
using ResetBot.Jobs.Upkeep;
using ResetBot.Jobs.Writes;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.Passkeys;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.Passwords.History;
using ResetBot.Recovery.Passwords.Passphrases;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.RecoveryCodes;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Bot.Hosting;

/// <summary>What each room needs from the host.</summary>
internal static class RoomServices
{
    public static void AddRecovery(this IServiceCollection services)
    {
        services.AddChecked<LimitsOptions>("Limits", LimitsOptionsValidator.Faults);
        services.AddChecked<RecoveryPolicy>("Policy", RecoveryPolicyValidator.Faults);
        services.AddChecked<ChallengeOptions>("Challenges", ChallengeOptionsValidator.Faults);
        services.AddChecked<SecurePageOptions>("SecurePage", SecurePageOptionsValidator.Faults);
        services.AddChecked<PasswordOptions>(PasswordOptions.Section, PasswordOptionsValidator.Faults);
        services.AddSingleton(FactorTable.Published);
        services.AddSingleton<PolicyBook>();
        services.AddSingleton<PolicyDesk>();
        services.AddSingleton<PolicyCheck>();
        services.AddSingleton<PolicyOffice>();
        services.AddHostedService<PolicyLoading>();
        services.AddSingleton<AttemptLimiter>();
        services.AddSingleton<StrangerLimiter>();
        services.AddSending();
        services.AddSingleton<DirectoryMethods>();
        services.AddSingleton<MethodJudge>();
        services.AddSingleton<CaseAccounts>();
        services.AddSingleton<Preflight>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<CaseMoves>();
        services.AddSingleton<CodeJudge>();
        services.AddSingleton<ChallengeDesk>();
        services.AddSingleton<RegistrationDesk>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<PageRegistration>();
        services.AddSingleton<Desks>();
        services.AddBreachedPasswords();
        services.AddSingleton<PasswordJudge>();
        services.AddSingleton<NewPasswordScreen>();
        services.AddSingleton<PasswordTries>();
        services.AddSingleton<HistoryDesk>();
        services.AddSingleton<PassphraseDesk>();
        services.AddSingleton<NewPasswordDesk>();
        services.AddSingleton<PasswordProof>();
        services.AddSingleton<AuthenticatorSetup>();
        services.AddSingleton<PasskeyCeremony>();
        services.AddSingleton<PasskeySetup>();
        services.AddSingleton<PasskeyProof>();
        services.AddSingleton<RecoveryCodeSetup>();
        services.AddSecurityQuestions();
        services.AddSingleton<PasswordSettlement>();
        services.AddSingleton<ResetOperation>();
        services.AddSingleton<ChangeOperation>();
        services.AddSingleton<UnlockOperation>();
        services.AddProtection();
        services.AddSingleton<PageEvents>();
        services.AddSingleton<IPageEvents>(provider => provider.GetRequiredService<PageEvents>());
        services.AddSingleton<ICaseEvents>(provider => provider.GetRequiredService<PageEvents>());
        services.AddSingleton<Notices>();
        services.AddSingleton<INotices, HeardNotices>();
    }

    public static void AddConversations(this IServiceCollection services)
    {
        services.AddChecked<DialogOptions>("HelpDesk", DialogOptionsValidator.Faults);
        services.AddChecked<LookOptions>(LookOptions.Section, LookOptionsValidator.Faults);
        services.AddSingleton<HouseLook>();

        // In an authenticator app a colon parts the name from the account.
        services.AddOptions<ChallengeOptions>().PostConfigure<IOptions<LookOptions>>((challenges, look) =>
            challenges.AuthenticatorIssuer = challenges.AuthenticatorIssuer is { Length: > 0 } issuer ? issuer : look.Value.Name.Trim().Replace(':', ' '));
        services.AddSingleton(provider => new ProductName(provider.GetRequiredService<HouseLook>().Name));
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<ISecurePageAddresses>(provider => provider.GetRequiredService<PublicAddress>());
        services.AddSingleton<PageCards>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<MethodSteps>();
        services.AddSingleton<PageSteps>();
        services.AddSingleton<ApprovalSteps>();
        services.AddSingleton<RemovalSteps>();
        services.AddSingleton<ColleagueSteps>();
        services.AddSingleton<VouchingSteps>();
        services.AddSingleton<CoolingSteps>();
        services.AddSingleton<StatusReport>();
        services.AddSingleton<IDialog, ResetDialog>();
        services.AddSingleton<IDialog, UnlockDialog>();
        services.AddSingleton<IDialog, ChangeDialog>();
        services.AddSingleton<IDialog, ProveDialog>();
        services.AddSingleton<IDialog, RegisterDialog>();
        services.AddSingleton<IDialog, ConfirmDialog>();
        services.AddSingleton<IDialog, LanguageDialog>();
        services.AddSingleton<IDialog, MoveDialog>();
        services.AddSingleton<IDialog, NotMeDialog>();
        services.AddSingleton<IDialog, ApproveDialog>();
        services.AddSingleton<IDialog, PushDialog>();
        services.AddPrivacy();
        services.AddLinking();
        services.AddSingleton<DialogStack>();
        services.AddSingleton<Wishes>();
        services.AddSingleton<DialogRunner>();
        services.AddTurnPipeline();
    }

    public static void AddCouriers(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetSection(MailOptions.Section).Exists())
        {
            services.AddMailCourier(configuration.GetSection(MailOptions.Section));
        }

        if (configuration.GetSection(SmsOptions.Section).Exists())
        {
            services.AddSmsCourier(configuration.GetSection(SmsOptions.Section));
        }

        services.AddSingleton<IMethodsOffered, MethodsOffered>();
        services.AddSingleton<IDeliver>(provider => new CourierDelivery(CourierWays.Mail, provider.GetServices<ICourier>()));
        services.AddSingleton<IDeliver>(provider => new CourierDelivery(CourierWays.Text, provider.GetServices<ICourier>()));
        services.AddSingleton<IDeliver>(provider => new CourierDelivery(CourierWays.Call, provider.GetServices<ICourier>()));
        services.AddSingleton<IDeliver>(provider => new CourierDelivery(NowhereCourier.Way, provider.GetServices<ICourier>()));
        services.AddSingleton<ICourier, NowhereCourier>();
        services.AddSingleton<IDeliver, PageEventDelivery>();
        services.AddSingleton<IDeliver>(provider => new OrderDelivery<UnlockOrder>(
            UnlockOrder.MessageKind, provider.GetRequiredService<UnlockOperation>().RunAsync));
        services.AddSingleton<ChatMessages>();
        services.AddSingleton<IDeliver, TeamsDelivery>();
        services.AddSingleton<IDeliver, PersonalChatDelivery>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
    }

    public static void AddPages(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "resetbot-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<IPasskeys, PasskeyCeremonies>();
        services.AddSingleton<PageSubject>();
        services.AddSingleton<MethodViews>();
        services.AddSingleton<MethodForms>();
        services.AddSingleton<PageViews>();
        services.AddSingleton<PasswordForms>();
        services.AddSingleton<PageForms>();
        services.AddSingleton<SecurePage>();
        services.AddSingleton<ObjectionPage>();
    }

    public static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, QuietRequests>();
        services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        services.AddSingleton<ILeftQuestions, LeftQuestions>();
        services.AddSingleton<IUpkeep, Upkeep>();
        services.AddSingleton<OpenWrites>();
        services.AddSingleton<IOpenWrites>(provider => provider.GetRequiredService<OpenWrites>());
        services.AddHostedService(provider => provider.GetRequiredService<OpenWrites>());
        services.AddSingleton<PolicyCommands>();
        services.AddSingleton<OpenCases>();
        services.AddSingleton<AccountCommands>();
        services.AddSingleton<ControlCommands>();
        services.AddHostedService<ControlSocket>();
        services.AddJobs();
    }

    /// <summary>The demonstration directory, its people's registrations and its outbox; nothing of it outside demo mode.</summary>
    public static void AddDemo(this IServiceCollection services, WebApplicationBuilder builder, string file)
    {
        services.AddDemoOptions();
        var demo = builder.Configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() ?? new DemoOptions();
        if (!(demo.Enabled ?? builder.Environment.IsDevelopment()))
        {
            services.AddSingleton<Recovery.Accounts.IDirectory, NoDirectory>();
            return;
        }

        services.AddDemoDirectory(options =>
        {
            options.File = file;
            options.ExtraPeople = demo.ExtraPeople;
            options.MinimumPasswordAge = demo.MinimumPasswordAge;
        });
        services.AddDemoCouriers();
        services.AddDemoCosts(builder.Configuration);
        services.AddHostedService<DemoRegistrations>();
        services.AddHostedService<DemoAnnouncement>();
    }
}
