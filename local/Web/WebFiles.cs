using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace CallRecording.Local.Web;

/// <summary>The page: the files of one directory, as they are.</summary>
internal static class WebFiles
{
    public static void UseWebFiles(this WebApplication server, WebServerOptions options)
    {
        var files = new PhysicalFileProvider(Path.GetFullPath(options.WebDirectory));
        var policy = ContentSecurityPolicy(options.AudioOrigin);
        server.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = policy;
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-cache";
            return next(context);
        });
        server.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        server.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = ContentTypes() });
    }

    public static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            "Not found. The page is at /, the API at /analytics.\n", context.RequestAborted);
    }

    private static FileExtensionContentTypeProvider ContentTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        // Notes on the source are no part of the page. A file without a content type is not served.
        types.Mappings.Remove(".md");
        return types;
    }

    private static string ContentSecurityPolicy(Uri? audioOrigin)
    {
        const string Own = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src "
            + "'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; media-src 'self'";
        return audioOrigin is null ? Own : $"{Own} {audioOrigin.GetLeftPart(UriPartial.Authority)}";
    }
}
