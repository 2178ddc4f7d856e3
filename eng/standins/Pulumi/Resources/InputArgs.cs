using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A group of inputs: its members marked [Input], private fields of the class itself included.</summary>
public abstract class InputArgs
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private protected InputArgs()
    {
    }

    internal ImmutableDictionary<string, object?> ToDictionary()
    {
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var field in GetType().GetFields(Members))
        {
            Add(values, field, field.GetValue);
        }

        foreach (var property in GetType().GetProperties(Members))
        {
            Add(values, property, property.GetValue);
        }

        return values.ToImmutable();
    }

    private void Add(IDictionary<string, object?> values, MemberInfo member, Func<object, object?> read)
    {
        if (member.GetCustomAttribute<InputAttribute>() is not { } attribute)
        {
            return;
        }

        var value = read(this);
        var fullName = $"[Input] {GetType().FullName}.{member.Name}";
        if (attribute.IsRequired && value is null)
        {
            throw new ArgumentNullException(member.Name, $"{fullName} is required but was not given a value");
        }

        values.Add(attribute.Name, attribute.Json && value is not null ? Json(fullName, value) : value);
    }

    private static Output<string> Json(string context, object value)
    {
        return value is IInput input ? input.ToOutput().UntypedApply(WriteAsync) : WriteAsync(value);

        Output<string> WriteAsync(object? known) => Output.Create(JsonInput.WriteAsync(context, known));
    }
}
