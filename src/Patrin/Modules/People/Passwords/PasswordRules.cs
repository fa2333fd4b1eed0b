using System.Text;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Passwords;

/// <summary>
/// Which passwords are taken (quality.md R-25): long enough and hard to guess. No rules about digits or signs, any language.
/// The lists of common passwords, names and words come with zxcvbn: nothing is asked over the network.
/// </summary>
public static class PasswordRules
{
    public const int Least = 12, LeastPrivileged = 15, Most = 256;

    /// <summary>Guesses are only estimated on this many characters: the estimate takes ever longer on long texts.</summary>
    private const int Judged = 60;

    /// <param name="field">Form field the refusal stands beside.</param>
    /// <param name="password">As typed; spaces count.</param>
    /// <param name="known">Words an attacker tries first: name, address.</param>
    /// <param name="least">Characters asked for: <see cref="Least"/>, or <see cref="LeastPrivileged"/> for privileged roles without a second factor.</param>
    /// <exception cref="RuleBroken">Says what to do instead.</exception>
    public static void Require(string field, string? password, IEnumerable<string> known, int least = Least)
    {
        if (string.IsNullOrEmpty(password))
            throw new RuleBroken(field, "Write a password.");
        if (!IsText(password))
            throw new RuleBroken(field, "One sign of this password cannot be stored. Leave it out.");
        var length = password.EnumerateRunes().Count();
        if (length < least)
            throw new RuleBroken(field, "The password is too short. Use at least {0} characters, for example four words that do not belong together.", least);
        if (length > Most)
            throw new RuleBroken(field, "The password is too long. Use at most {0} characters.", Most);
        var judged = password.Length <= Judged ? password : password[..Judged];
        var words = known.SelectMany(k => k.Split(['@', '.', ' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Append(k)).Append("patrin");
        if (new Zxcvbn.Zxcvbn().EvaluatePassword(judged, words).Score < 3)
            throw new RuleBroken(field, "This password is easy to guess: it is on lists of common passwords, or made of names, dates or rows of keys. Choose four words that do not belong together.");
    }

    /// <summary>The same characters typed on another keyboard or system give the same password.</summary>
    public static string Normalize(string password) => IsText(password) ? password.Normalize(NormalizationForm.FormKC) : password;

    private static bool IsText(string password)
    {
        for (var i = 0; i < password.Length; i++)
        {
            if (password[i] == '\0' || char.IsLowSurrogate(password[i]))
                return false;
            if (char.IsHighSurrogate(password[i]) && (++i == password.Length || !char.IsLowSurrogate(password[i])))
                return false;
        }

        return true;
    }
}
