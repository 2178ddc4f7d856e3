namespace CallRecording.Infra.Settings;

/// <summary>The processor that the functions are built for.</summary>
internal enum ProcessorArchitecture
{
    Arm64,
    X64,
}
