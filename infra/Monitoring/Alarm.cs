using Pulumi;

namespace CallRecording.Infra.Monitoring;

/// <summary>One metric above one number, and what to do then.</summary>
internal sealed record Alarm
{
    /// <summary>The last part of its name.</summary>
    public required string Name { get; init; }

    /// <summary>What happened and what to do, for the one who is woken.</summary>
    public required string WhatToDo { get; init; }

    public required string Namespace { get; init; }

    public required string Metric { get; init; }

    public InputMap<string> Dimensions { get; init; } = [];

    /// <summary>Sum, Average, Maximum, or a percentile such as p95.</summary>
    public string Statistic { get; init; } = "Sum";

    public int PeriodSeconds { get; init; } = 300;

    /// <summary>Above this for <see cref="Periods"/> periods it rings.</summary>
    public double Above { get; init; }

    public int Periods { get; init; } = 1;
}
