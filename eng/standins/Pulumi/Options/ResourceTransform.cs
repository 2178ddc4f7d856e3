namespace Pulumi;

/// <summary>The newer kind of transformation, which the engine calls.</summary>
public delegate Task<ResourceTransformResult?> ResourceTransform(
    ResourceTransformArgs args, CancellationToken cancellationToken = default);
