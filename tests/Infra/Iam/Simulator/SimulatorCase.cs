using System.Collections.Immutable;
using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Simulator;

/// <summary>A request, and the policies that it meets.</summary>
internal sealed record SimulatorCase(AccessRequest Request, ImmutableArray<IamPolicy> Identity, IamPolicy? Resource)
{
    public Decision Decide() => Evaluator.Decide(Request, Identity, Resource);
}
