namespace CallRecording.Tests.Infra.Metrics.Alarms;

/// <summary>CloudWatch's three.</summary>
internal enum AlarmState
{
    Ok,
    Alarm,
    InsufficientData,
}
