using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Which types an output can hold.</summary>
internal static class TargetTypes
{
    private static readonly ImmutableHashSet<Type> Plain =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(Asset), typeof(Archive),
        typeof(AssetOrArchive), typeof(JsonElement),
    ];

    private static readonly ImmutableHashSet<Type> Generic =
    [
        typeof(Nullable<>), typeof(Union<,>), typeof(Output<>), typeof(ImmutableArray<>),
        typeof(ImmutableDictionary<,>),
    ];

    public static void Check(string context, Type type) => Check(context, type, []);

    public static ConstructorInfo? ConstructorOf(Type outputType)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        var constructors = outputType.GetConstructors(all);
        var marked = Array.Find(constructors, one => one.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        return marked ?? (constructors.Where(one => one.IsPublic).ToArray() is [var only] ? only : null);
    }

    /// <summary>The constructor of an enum type, public or not.</summary>
    public static ConstructorInfo? EnumConstructor(Type enumType, Type valueType)
        => enumType.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, [valueType]);

    public static bool IsEnumType(Type type)
        => type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null;

    private static void Check(string context, Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || Plain.Contains(type) || typeof(Resource).IsAssignableFrom(type))
        {
            return;
        }

        if (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int))
        {
            return;
        }

        if (IsEnumType(type))
        {
            CheckEnum(type);
        }
        else if (type.IsConstructedGenericType)
        {
            CheckGeneric(context, type, seen);
        }
        else
        {
            CheckOutputType(context, type, seen);
        }
    }

    private static void CheckEnum(Type type)
    {
        var value = new[] { typeof(string), typeof(double) }
                .FirstOrDefault(candidate => EnumConstructor(type, candidate) is not null)
            ?? throw new InvalidOperationException(
                $"{type.FullName} had [EnumType], "
                + "but did not contain constructor with a single String or Double parameter.");
        if (type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type])?.ReturnType != value)
        {
            throw new InvalidOperationException(
                $"{type.FullName} had [EnumType], "
                + $"but did not contain an explicit conversion operator to {value.FullName}.");
        }
    }

    private static void CheckGeneric(string context, Type type, HashSet<Type> seen)
    {
        var definition = type.GetGenericTypeDefinition();
        if (!Generic.Contains(definition))
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {type.FullName}: "
                + "the only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>");
        }

        if (definition == typeof(ImmutableDictionary<,>) && type.GenericTypeArguments[0] != typeof(string))
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {type.FullName}: an ImmutableDictionary's keys must be strings.");
        }

        foreach (var argument in type.GenericTypeArguments)
        {
            Check(context, argument, seen);
        }
    }

    private static void CheckOutputType(string context, Type type, HashSet<Type> seen)
    {
        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {type.FullName}. Allowed types are: String, Boolean, Int32, Double, "
                + "Nullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...> or "
                + "a class explicitly marked with the [OutputType].");
        }

        var constructor = ConstructorOf(type)
            ?? throw new InvalidOperationException(
                $"{type.FullName} had [OutputType], but did not contain constructor marked with [OutputConstructor].");
        foreach (var parameter in constructor.GetParameters())
        {
            Check($"{type.FullName}({parameter.Name})", parameter.ParameterType, seen);
        }
    }
}
