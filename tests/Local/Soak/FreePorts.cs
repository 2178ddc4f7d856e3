using System.Net;
using System.Net.Sockets;

namespace CallRecording.Tests.Local.Soak;

/// <summary>Ports for a <c>./run</c> that is started again on the same ones.</summary>
internal static class FreePorts
{
    private const int Wanted = 6;
    private const int Lowest = 20_000;
    private const int Highest = 32_000;

    private static readonly Lock Gate = new();

    private static int Next = Lowest + (Environment.ProcessId * Wanted % (Highest - Lowest));

    /// <summary>The first of six free ports in a row. No six are given twice: a system listens on them only after it
    /// has started, and leaves them while it starts again.</summary>
    public static int Six()
    {
        lock (Gate)
        {
            while (!Enumerable.Range(Next, Wanted).All(IsFree))
            {
                Advance();
            }

            var first = Next;
            Advance();
            return first;
        }
    }

    private static void Advance() => Next = Next < Highest ? Next + Wanted : Lowest;

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
