namespace Amazon.Lambda.Core;

public interface IClientContext
{
    IClientApplication Client { get; }

    IDictionary<string, string> Custom { get; }

    IDictionary<string, string> Environment { get; }
}
