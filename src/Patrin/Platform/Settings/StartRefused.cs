namespace Patrin.Platform.Settings;

/// <summary>The server does not start, for a reason the operator can mend: one plain line and exit code 1.</summary>
public sealed class StartRefused(string line) : Exception(line);
