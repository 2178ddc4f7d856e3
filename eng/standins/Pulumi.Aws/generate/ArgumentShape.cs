namespace CallRecording.Standins.PulumiAws;

internal enum ArgumentShape
{
    Value,
    Union,
    List,
    Map,
}
