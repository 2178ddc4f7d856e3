namespace CallRecording.Tests.Tasks.Calls;

/// <summary>A public pair of texts that differ in one letter and have one MD5.</summary>
internal static class CollidingIds
{
    public const string One = "TEXTCOLLBYfGiJUETHQ4hAcKSMd5zYpgqf1YRDhkmxHkhPWptrkoyz28wnI9V0aHeAuaKnak";
    public const string Other = "TEXTCOLLBYfGiJUETHQ4hEcKSMd5zYpgqf1YRDhkmxHkhPWptrkoyz28wnI9V0aHeAuaKnak";
}
