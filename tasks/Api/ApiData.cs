using CallRecording.Tasks.Aws;

namespace CallRecording.Tasks.Api;

/// <summary>Where answers come from.</summary>
internal sealed record ApiData(
    CallReader Calls, CallSearch Search, CallCounts Counts, StoredResults Results, AudioLinks Audio);
