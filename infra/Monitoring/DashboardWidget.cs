namespace CallRecording.Infra.Monitoring;

/// <summary>One graph of the dashboard.</summary>
/// <param name="Metrics">Namespace, name, and pairs of dimension and value.</param>
internal sealed record DashboardWidget(string Title, string Statistic, string[][] Metrics)
{
    private const int PerRow = 2;
    private const int PeriodSeconds = 300;

    /// <summary>As CloudWatch has it, the <paramref name="index"/>th from the top left.</summary>
    public object ToJson(string region, int index, int width, int height) => new
    {
        type = "metric",
        x = index % PerRow * width,
        y = index / PerRow * height,
        width,
        height,
        properties = new
        {
            title = Title,
            region,
            stat = Statistic,
            period = PeriodSeconds,
            view = "timeSeries",
            metrics = Metrics,
        },
    };
}
