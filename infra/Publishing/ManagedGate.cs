using System.Reflection.PortableExecutable;

namespace CallRecording.Infra.Publishing;

/// <summary>Lets through only assemblies that are compiled ahead for their function's machine.</summary>
internal static class ManagedGate
{
    // Code that is compiled ahead for Linux has this mixed into its machine's number, so that nothing but .NET loads
    // it. Source: src/coreclr/inc/pedecoder.h, IMAGE_FILE_MACHINE_OS_MASK_LINUX.
    private const int Linux = 0x7B79;

    /// <exception cref="PublishException">It is compiled for another machine, or for none.</exception>
    public static void Check(string assembly, string architecture)
    {
        using var reader = new PEReader(File.OpenRead(assembly));
        var found = (Machine)((int)reader.PEHeaders.CoffHeader.Machine ^ Linux);
        var expected = architecture == "arm64" ? Machine.Arm64 : Machine.Amd64;
        if (found != expected)
        {
            throw new PublishException(
                $"{Path.GetFileName(assembly)} is compiled for machine {(int)found:x4} of Linux, expected {expected} "
                    + $"({(int)expected:x4}, {architecture})");
        }
    }
}
