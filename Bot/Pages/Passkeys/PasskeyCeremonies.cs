using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Hosting;
using ResetBot.Recovery.Passkeys;

namespace ResetBot.Bot.Pages.Passkeys;

/// <summary>
/// The ceremonies of WebAuthn by ASP.NET Core Identity's handler. The address that counts is the configured one, never one that a request names.
/// </summary>
internal sealed class PasskeyCeremonies(PublicAddress address, TimeProvider clock) : IPasskeys
{
    public async Task<PasskeyInvitation> InviteAsync(PasskeyOwner owner)
    {
        var entity = new PasskeyUserEntity { Id = owner.Handle, Name = owner.Name, DisplayName = owner.DisplayName };
        using var users = Users(owner);
        var made = await Handler(users).MakeCreationOptionsAsync(entity, new DefaultHttpContext());
        return new PasskeyInvitation(made.CreationOptionsJson, made.AttestationState!);
    }

    public async Task<Passkey?> MadeAsync(PasskeyOwner owner, string state, string answer)
    {
        using var users = Users(owner);
        var result = await Handler(users).PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = new DefaultHttpContext(), CredentialJson = answer, AttestationState = state });
        return result is { Succeeded: true, Passkey.IsUserVerified: true } && result.UserEntity.Id == owner.Handle
            ? PasskeyInfo.Read(result.Passkey, clock.GetUtcNow())
            : null;
    }

    public async Task<PasskeyInvitation> AskAsync(PasskeyOwner? owner)
    {
        using var users = Users(owner ?? new PasskeyOwner("", "", "", null));
        var made = await Handler(users).MakeRequestOptionsAsync(owner, new DefaultHttpContext());
        return new PasskeyInvitation(made.RequestOptionsJson, made.AssertionState!);
    }

    public async Task<Passkey?> UsedAsync(PasskeyOwner owner, string state, string answer)
    {
        using var users = Users(owner);
        var result = await Handler(users).PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = new DefaultHttpContext(), CredentialJson = answer, AssertionState = state });
        return result is { Succeeded: true, Passkey.IsUserVerified: true } && owner.Known is { } known
            ? PasskeyInfo.Read(result.Passkey, known.CreatedAt) with { Transports = known.Transports }
            : null;
    }

    private static UserManager<PasskeyOwner> Users(PasskeyOwner owner) => new(
        new OwnerStore(owner), Options.Create(new IdentityOptions()), null!, [], [], null!, new IdentityErrorDescriber(), null!, NullLogger<UserManager<PasskeyOwner>>.Instance);

    private PasskeyHandler<PasskeyOwner> Handler(UserManager<PasskeyOwner> users)
    {
        var ours = new Uri(address.Base);
        return new PasskeyHandler<PasskeyOwner>(users, Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = ours.Host,
            UserVerificationRequirement = "required",
            // Found by the account alone: where nobody is known yet, no key is named.
            ResidentKeyRequirement = "required",
            AttestationConveyancePreference = "none",
            ValidateOrigin = context => ValueTask.FromResult(
                !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin) && origin.GetLeftPart(UriPartial.Authority) == ours.GetLeftPart(UriPartial.Authority)),
        }));
    }
}
