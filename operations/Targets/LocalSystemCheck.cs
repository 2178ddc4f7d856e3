namespace CallRecording.Operations.Targets;

/// <summary>Whether a system runs on this machine.</summary>
internal static class LocalSystemCheck
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(30);

    /// <exception cref="CommandException">Nothing answers there.</exception>
    public static async Task EnsureAsync(LocalAddresses addresses, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = AnswerLimit };
        try
        {
            using var answer = await http.GetAsync(new Uri(addresses.Web, "/analytics?limit=1"), cancellationToken);
            answer.EnsureSuccessStatusCode();
        }
        catch (HttpRequestException problem)
        {
            throw new CommandException(
                $"nothing answers on {addresses.Web}: start it with ./run --port {addresses.Web.Port}", problem);
        }
    }
}
