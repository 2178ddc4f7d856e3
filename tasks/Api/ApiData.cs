using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Results;
using CallRecording.Tasks.Words;

namespace CallRecording.Tasks.Api;

/// <summary>Where answers come from.</summary>
internal sealed record ApiData(
    CallReader Calls, CallSearch Search, CallCounts Counts, StoredResults Results, AudioLinks Audio);
