namespace CallRecording.Infra.Settings;

/// <summary>What runs the functions.</summary>
internal enum RuntimeMode
{
    /// <summary>Compiled ahead of time, on <c>provided.al2023</c>.</summary>
    Native,

    /// <summary>The managed runtime <c>dotnet10</c>.</summary>
    Managed,
}
