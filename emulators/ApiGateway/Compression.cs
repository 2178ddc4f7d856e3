using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace CallRecording.Emulators.ApiGateway;

/// <summary>Answers of the API are compressed on their way, as API Gateway does it from a size on.</summary>
internal static class Compression
{
    public static void AddTo(IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.Providers.Add<GzipCompressionProvider>();
        options.MimeTypes = ["application/json", "application/x-ndjson", "text/csv"];
    });

    public static IApplicationBuilder Use(IApplicationBuilder branch) => branch.UseResponseCompression();
}
