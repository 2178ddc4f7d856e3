using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Makes the type an output declares of what the mocks answered. What does not fit becomes the type's default, as
/// the package warns and goes on.
/// </summary>
internal static class Converter
{
    public static OutputData<T> Convert<T>(object? value)
    {
        TargetTypes.Check(typeof(T).Name, typeof(T));
        var data = Convert(value, typeof(T));
        return new(data.Resources, data.Value is null ? default! : (T)data.Value, data.IsKnown, data.IsSecret);
    }

    public static OutputData<object?> Convert(object? value, Type type)
    {
        var data = Deserializer.Deserialize(value);
        return data with { Value = ConvertOrDefault(data.Value, type) };
    }

    private static object? ConvertOrDefault(object? value, Type type)
        => TryConvert(value, type, out var converted) ? converted : null;

    private static bool TryConvert(object? value, Type type, out object? result)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            result = null;
            return value is null || TryConvert(value, underlying, out result);
        }

        if (value is null)
        {
            result = type.IsValueType ? Activator.CreateInstance(type) : null;
            return true;
        }

        result = value switch
        {
            double number when type == typeof(int) => (int)number,
            _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(value),
            _ when type == typeof(Archive) && value is not Archive => new InvalidArchive(),
            _ when (type == typeof(Asset) && value is not Asset) => new InvalidAsset(),
            _ when type == typeof(AssetOrArchive) && value is not AssetOrArchive => new InvalidAsset(),
            double number when type.IsEnum => Enum.ToObject(type, (int)number),
            string or double when TargetTypes.IsEnumType(type)
                => TargetTypes.EnumConstructor(type, value.GetType())?.Invoke([value]),
            _ when type.IsConstructedGenericType => Generic(value, type),
            ImmutableDictionary<string, object?> fields when type.GetCustomAttribute<OutputTypeAttribute>() is not null
                => Construct(fields, type),
            _ => type.IsInstanceOfType(value) ? value : null,
        };
        return result is not null;
    }

    private static object Construct(ImmutableDictionary<string, object?> fields, Type type)
    {
        var constructor = TargetTypes.ConstructorOf(type)
            ?? throw new InvalidOperationException($"{type.FullName} has no [OutputConstructor].");
        return constructor.Invoke(
        [
            .. constructor.GetParameters().Select(parameter => ConvertOrDefault(
                fields.GetValueOrDefault(
                    parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name ?? ""),
                parameter.ParameterType)),
        ]);
    }

    private static object? Generic(object value, Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Union<,>))
        {
            return Invoke(nameof(OneOf), type.GenericTypeArguments, value);
        }

        if (definition == typeof(Output<>))
        {
            return Invoke(nameof(Nested), type.GenericTypeArguments, value);
        }

        if (definition == typeof(ImmutableArray<>) && value is ImmutableArray<object?>)
        {
            return Invoke(nameof(List), type.GenericTypeArguments, value);
        }

        return definition == typeof(ImmutableDictionary<,>) && value is ImmutableDictionary<string, object?>
            ? Invoke(nameof(Map), type.GenericTypeArguments[1..], value)
            : null;
    }

    private static object? Invoke(string method, Type[] types, object value)
        => typeof(Converter).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null);

    private static object? OneOf<T0, T1>(object value)
    {
        if (TryConvert(value, typeof(T0), out var first))
        {
            return Union<T0, T1>.FromT0((T0)first!);
        }

        return TryConvert(value, typeof(T1), out var second) ? Union<T0, T1>.FromT1((T1)second!) : null;
    }

    private static object? Nested<T>(object value)
        => TryConvert(value, typeof(T), out var inner) ? Output.Create((T)inner!) : null;

    private static object List<T>(ImmutableArray<object?> values) => values.Select(Item<T>).ToImmutableArray();

    private static object Map<T>(ImmutableDictionary<string, object?> values)
        => values.ToImmutableDictionary(pair => pair.Key, pair => Item<T>(pair.Value));

    private static T Item<T>(object? value) => ConvertOrDefault(value, typeof(T)) is T item ? item : default!;
}
