using System.Net;
using System.Net.Sockets;

namespace CallRecording.Tests.Local.Soak;

/// <summary>Ports for a <c>./run</c> that is started again on the same ones.</summary>
internal static class FreePorts
{
    private const int Wanted = 6;
    private const int Lowest = 20_000;
    private const int Highest = 32_000;

    /// <summary>The first of six in a row that nobody listens on.</summary>
    public static int Six()
    {
        var first = Lowest + (Environment.ProcessId * Wanted % (Highest - Lowest));
        while (!Enumerable.Range(first, Wanted).All(IsFree))
        {
            first = first < Highest ? first + Wanted : Lowest;
        }

        return first;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
