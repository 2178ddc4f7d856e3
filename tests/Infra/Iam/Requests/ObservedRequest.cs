using Microsoft.AspNetCore.Http;

namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>One HTTP request of a function, with what its service answered.</summary>
/// <param name="Body">As text; empty where it is an object of S3.</param>
internal sealed record ObservedRequest(
    string Method, string Path, IQueryCollection Query, IHeaderDictionary Headers, string Body, int Status)
{
    /// <summary>The access key that it is signed with, which names the function.</summary>
    public string AccessKey
    {
        get
        {
            const string start = "Credential=";
            var header = Headers.Authorization.ToString();
            var credential = header.Contains(start, StringComparison.Ordinal)
                ? header[(header.IndexOf(start, StringComparison.Ordinal) + start.Length)..]
                : Query["X-Amz-Credential"].ToString();
            return credential.Split('/')[0];
        }
    }

    /// <summary>The operation of a service that speaks JSON: <c>DynamoDB_20120810.Query</c>; empty of others.</summary>
    public string Target => Headers["X-Amz-Target"].ToString();
}
