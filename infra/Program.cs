Console.Error.WriteLine("The Pulumi program is not written yet: this release runs on one machine with ./run.");
return 1;
