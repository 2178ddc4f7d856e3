using CallRecording.Infra.Publishing;

if (args is [PackCommand.Name, .. var rest])
{
    return PackCommand.Run(rest, Console.Out, Console.Error);
}

Console.Error.WriteLine("The Pulumi program is not written yet: this release runs on one machine with ./run.");
return 1;
