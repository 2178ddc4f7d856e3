namespace Amazon.Lambda.Core;

/// <summary>Here for the invocation's context; without members, since nothing here is invoked with Cognito.</summary>
public interface ICognitoIdentity;
