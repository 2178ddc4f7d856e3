using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output whose type argument is not known where it is read.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();

    Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func);
}
