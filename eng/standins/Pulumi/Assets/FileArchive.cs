namespace Pulumi;

public sealed class FileArchive(string path) : Archive("path", path);
