namespace Amazon.Lambda.Core;

/// <summary>Here for the invocation's context; without members, since no mobile client invokes anything here.</summary>
public interface IClientContext;
