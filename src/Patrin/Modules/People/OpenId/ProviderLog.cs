namespace Patrin.Modules.People.OpenId;

internal static partial class ProviderLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in provider did not answer as it should.")]
    public static partial void ProviderFailed(this ILogger logger, Exception? reason);
}
