using CallRecording.Standins.PulumiAws.Bridge;

namespace CallRecording.Standins.PulumiAws;

internal sealed record Resource(BridgedType Bridged, ArgumentClass Arguments, IReadOnlyList<Result> Results);
