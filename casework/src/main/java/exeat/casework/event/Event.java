package exeat.casework.event;

/** What happened. Events are the truth; every state is folded from them. */
public sealed interface Event
        permits CaseEvent, BriefingEvent, AlarmEvent, IssueEvent, ReportEvent {}
