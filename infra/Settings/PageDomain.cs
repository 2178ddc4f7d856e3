namespace CallRecording.Infra.Settings;

/// <summary>A host name for the page.</summary>
/// <param name="CertificateArn">Of AWS Certificate Manager in us-east-1, where CloudFront looks for it.</param>
internal sealed record PageDomain(string Name, string CertificateArn);
