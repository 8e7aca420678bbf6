using System.Security.Cryptography;
using System.Text;

namespace ResetBot.Recovery.Secrets;

/// <summary>Under which key that is stored which a drawn handle opens: whoever reads the database has no handle.</summary>
public static class HandleKey
{
    public static string Of(string handle) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(handle)));
}
