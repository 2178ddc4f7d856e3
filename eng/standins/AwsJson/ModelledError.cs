using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsJson;

/// <summary>An error an operation lists: its wire name, and the exception it becomes.</summary>
/// <param name="Read">Gets the body too, because some exceptions carry members of their own.</param>
internal sealed record ModelledError(string Code, Func<ErrorResponse, JsonElement, AmazonServiceException> Read);
