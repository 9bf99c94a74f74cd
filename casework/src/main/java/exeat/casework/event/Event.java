package exeat.casework.event;

/** What happened. Events are the source of truth; every state is folded from them. */
public sealed interface Event
        permits CaseEvent, BriefingEvent, AlarmEvent, IssueEvent, ReportEvent {}
