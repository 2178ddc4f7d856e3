namespace CallRecording.Emulators.Protocol;

/// <summary>The account and the Region that everything emulated is in.</summary>
internal static class EmulatedAccount
{
    /// <summary>fauxqs and dynalite know no other account.</summary>
    public const string Id = "000000000000";

    public const string Region = "us-east-1";

    public static string FunctionArn(string function) => $"arn:aws:lambda:{Region}:{Id}:function:{function}";
}
