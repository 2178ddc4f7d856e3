using System.Text.Json.Nodes;
using CallRecording.Infra.Settings;

namespace CallRecording.Infra.Api;

/// <summary>How a caller of the API authenticates.</summary>
internal static class ApiCaller
{
    /// <returns>The OpenAPI security scheme, or null when the API is open.</returns>
    public static JsonObject? Scheme(AuthMode auth, string userPoolArn) => auth switch
    {
        AuthMode.None => null,
        AuthMode.ApiKey => Header("x-api-key"),
        AuthMode.Iam => With(Header("Authorization"), "x-amazon-apigateway-authtype", "awsSigv4"),
        AuthMode.Cognito => With(
            With(Header("Authorization"), "x-amazon-apigateway-authtype", "cognito_user_pools"),
            "x-amazon-apigateway-authorizer",
            new JsonObject { ["type"] = "cognito_user_pools", ["providerARNs"] = new JsonArray(userPoolArn) }),
        _ => throw new ArgumentOutOfRangeException(nameof(auth), auth, "There is no such way to authenticate."),
    };

    private static JsonObject Header(string name) => new() { ["type"] = "apiKey", ["name"] = name, ["in"] = "header" };

    private static JsonObject With(JsonObject scheme, string name, JsonNode value)
    {
        scheme[name] = value;
        return scheme;
    }
}
