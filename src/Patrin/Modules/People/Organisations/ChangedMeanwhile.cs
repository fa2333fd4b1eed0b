namespace Patrin.Modules.People.Organisations;

/// <summary>Somebody else changed the record since the form was opened. Answered with 409 and both versions; nothing was written.</summary>
public sealed class ChangedMeanwhile() : Exception("The record was changed meanwhile.");
