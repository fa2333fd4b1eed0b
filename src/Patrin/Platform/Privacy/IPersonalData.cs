namespace Patrin.Platform.Privacy;

/// <summary>
/// A module's answer to "what do you hold about me" and "forget me". Every module that keeps an account id registers one;
/// a test fails for a table with an account id that no answer covers.
/// </summary>
public interface IPersonalData
{
    /// <summary>Name of the part in the export, lower case: <c>documents</c>.</summary>
    string Part { get; }

    /// <summary>Tables with an account id that this answer covers, by table name.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Everything kept about the account, ready to be written as JSON; nothing about anybody else.</summary>
    Task<object> ExportAsync(Guid account, CancellationToken cancel);

    /// <summary>Removes what is private and cuts the name off what is public. Joins the caller's transaction.</summary>
    Task EraseAsync(Guid account, CancellationToken cancel);
}
