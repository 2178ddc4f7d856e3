namespace Pulumi;

public sealed class RemoteArchive(string uri) : Archive("uri", uri);
