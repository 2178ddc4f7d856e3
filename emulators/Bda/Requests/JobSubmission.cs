using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Bda.Faults;
using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.Bda.Recorded;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.Bda.Requests;

/// <summary>InvokeDataAutomationAsync: refuses what the service refuses, else adds one job per client token.</summary>
internal sealed class JobSubmission(
    BdaOptions options,
    AudioInput audio,
    Sidecars sidecars,
    ResultWriter results,
    JobStore jobs,
    StrikeStore strikes,
    TimeProvider time)
{
    private const string Unwritable =
        "Unable to write to given S3 location. Check bucket name, key, region and write permissions.";

    /// <returns>The job, and whether it is a new one.</returns>
    public async Task<(BdaJob Job, bool IsNew)> SubmitAsync(JsonObject body, CancellationToken cancellationToken)
    {
        var request = InvocationRequestReader.Read(body, options);
        await SufferAsync(request.InputUri, cancellationToken);
        if (request.ClientToken is { } token && jobs.FindByToken(token) is { } earlier)
        {
            return (Repeated(earlier, request), false);
        }

        var job = Make(request, await audio.CheckAsync(request.InputUri, cancellationToken));
        await CheckAccessAsync(job, cancellationToken);
        var added = jobs.Add(job, options.OpenJobs)
            ?? throw new AwsFault(
                "ServiceQuotaExceededException",
                $"There are {options.OpenJobs} open audio jobs or more, and at most {options.OpenJobs} are allowed.");
        return ReferenceEquals(added, job) ? (job, true) : (Repeated(added, request), false);
    }

    private async Task SufferAsync(string inputUri, CancellationToken cancellationToken)
    {
        if (await FindFaultAsync(inputUri, cancellationToken) is not { } fault)
        {
            return;
        }

        if (fault.Fault.Kind is FaultKind.AccessDenied)
        {
            throw new AwsFault(
                "AccessDeniedException",
                "User is not authorized to perform: bedrock:InvokeDataAutomationAsync "
                + $"on resource: {options.ProjectArn}");
        }

        var refusal = fault.Fault.Kind switch
        {
            FaultKind.Throttle => new AwsFault(
                "ThrottlingException", "Too many requests, please wait before trying again."),
            FaultKind.Quota => new AwsFault(
                "ServiceQuotaExceededException", "The number of open audio jobs has reached the account's limit."),
            _ => null,
        };
        if (refusal is not null && strikes.TryStrike(inputUri, fault, strike: null))
        {
            throw refusal;
        }
    }

    private async Task<OrderedFault?> FindFaultAsync(string inputUri, CancellationToken cancellationToken)
    {
        try
        {
            return await sidecars.FindFaultAsync(inputUri, cancellationToken);
        }
        catch (FormatException mistake)
        {
            throw InvocationRequestReader.Invalid(mistake.Message);
        }
        catch (Exception refused) when (S3Trouble.IsRefusal(refused))
        {
            throw InvocationRequestReader.Invalid(AudioInput.Unreadable);
        }
    }

    private static BdaJob Repeated(BdaJob earlier, InvocationRequest request) =>
        earlier.Fingerprint == request.Fingerprint
            ? earlier
            : throw InvocationRequestReader.Invalid(
                $"The client token '{earlier.ClientToken}' was used before with other parameters.");

    private async Task CheckAccessAsync(BdaJob job, CancellationToken cancellationToken)
    {
        try
        {
            await results.WriteAccessCheckAsync(job, cancellationToken);
        }
        catch (Exception refused) when (S3Trouble.IsRefusal(refused))
        {
            throw InvocationRequestReader.Invalid(Unwritable);
        }
    }

    private BdaJob Make(InvocationRequest request, TimeSpan jobTime)
    {
        var token = request.ClientToken ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new BdaJob
        {
            Id = IdFor(token),
            ClientToken = token,
            Fingerprint = request.Fingerprint,
            InputUri = request.InputUri,
            OutputUri = request.OutputUri,
            HasBlueprint = request.HasBlueprint,
            JobTime = jobTime,
            SubmittedAt = time.GetUtcNow(),
            Status = BdaStatus.Created,
        };
    }

    // Derived from the token: if the process dies between access check and row, the next try uses the same folder.
    private static string IdFor(string clientToken) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(clientToken)).AsSpan(0, 16)).ToString();
}
