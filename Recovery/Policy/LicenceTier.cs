namespace ResetBot.Recovery.Policy;

/// <summary>What the tenant pays for, and with it whom self-service is for (Microsoft Entra self-service password reset).</summary>
public enum LicenceTier
{
    /// <summary>Administrators, cloud-only, change and reset.</summary>
    Free,

    /// <summary>Any cloud-only account.</summary>
    Basic,

    /// <summary>Anyone, federated and synchronised accounts too.</summary>
    Premium,
}
