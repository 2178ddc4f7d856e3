namespace CallRecording.Emulators.ApiGateway;

/// <summary>A resource of a REST API and the function that answers all its methods.</summary>
/// <param name="Pattern">For example /things/{id}.</param>
internal sealed record ApiRoute(string Pattern, string Function);
