using CallRecording.Standins.PulumiAws.Bridge;

namespace CallRecording.Standins.PulumiAws;

/// <summary>Writes one property as the package has it: a list or map is made when first asked for.</summary>
internal static class ArgumentWriter
{
    public static string Write(Argument argument) => argument.Shape switch
    {
        ArgumentShape.Value when argument.Fact.Secret => Secret(argument, $"Input<{argument.Element}>"),
        _ when argument.Fact.Secret => throw new InvalidDataException(
            $"'{argument.Name}' is secret and {argument.Shape}; only a Value can be."),
        ArgumentShape.List => WithField(argument, $"InputList<{argument.Element}>"),
        ArgumentShape.Map => WithField(argument, $"InputMap<{argument.Element}>"),
        ArgumentShape.Union => Automatic(argument, $"InputUnion<{argument.Element}>"),
        _ => Automatic(argument, $"Input<{argument.Element}>"),
    };

    private static string Automatic(Argument argument, string type)
    {
        var property = $"{Nullable(argument, type)} {argument.CSharpName}";
        return $$"""
                    [Input("{{argument.Name}}"{{Requirement(argument)}})]
            {{Deprecation(argument)}}        public {{property}} { get; set; }{{Initial(argument)}}
            """;
    }

    private static string Secret(Argument argument, string type)
    {
        var field = $"_{Naming.LowerFirst(argument.Name)}";
        var secret = $"(Input<{argument.Element}>)Output.CreateSecret(value.ToOutput())";
        return $$"""
                    [Input("{{argument.Name}}"{{Requirement(argument)}})]
                    private {{type}}? {{field}};

            {{Deprecation(argument)}}        public {{type}}? {{argument.CSharpName}}
                    {
                        get => {{field}};
                        set => {{field}} = value is null ? null : {{secret}};
                    }
            """;
    }

    private static string WithField(Argument argument, string type)
    {
        var field = $"_{Naming.LowerFirst(argument.Name)}";
        return $$"""
                    [Input("{{argument.Name}}"{{Requirement(argument)}})]
                    private {{type}}? {{field}};

            {{Deprecation(argument)}}        public {{type}} {{argument.CSharpName}}
                    {
                        get => {{field}} ??= new {{type}}();
                        set => {{field}} = value;
                    }
            """;
    }

    private static string Deprecation(Argument argument) =>
        argument.Fact.Deprecated is { } message ? $"        [global::System.Obsolete(\"{message}\")]\n" : "";

    private static string Nullable(Argument argument, string type) => argument.Required ? type : $"{type}?";

    private static string Initial(Argument argument) => argument.Required ? " = null!;" : "";

    private static string Requirement(Argument argument) => argument.Required ? ", required: true" : "";
}
