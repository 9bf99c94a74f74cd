package exeat.casework.state;

import exeat.casework.value.StreamId;

/** What a unit reports on a directive. */
public record ReportState(StreamId.ReportId id, UnitReports reports) implements State {}
