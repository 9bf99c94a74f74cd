package exeat.casework.state;

/** A stream, folded. */
public sealed interface State
        permits IssueState, BriefingState, ReportState, CaseState, AlarmState {}
