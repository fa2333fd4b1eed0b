namespace Patrin.Platform.Privacy;

/// <summary>What stands where the name of somebody stood who was erased.</summary>
public static class FormerParticipant
{
    public const string Name = "former participant";
}
