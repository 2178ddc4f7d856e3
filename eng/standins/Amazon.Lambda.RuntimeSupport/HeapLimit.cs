using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Tells the garbage collector how much memory the function has: it does not find out by itself.</summary>
internal static class HeapLimit
{
    public static void Apply()
    {
        if (!ulong.TryParse(
            Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
            CultureInfo.InvariantCulture,
            out var megabytes))
        {
            return;
        }

        var bytes = megabytes * 1024 * 1024;
        // The environment sets a lower limit.
        if ((ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < bytes)
        {
            return;
        }

        AppContext.SetData("GCHeapHardLimit", bytes);
        GC.RefreshMemoryLimit();
    }
}
