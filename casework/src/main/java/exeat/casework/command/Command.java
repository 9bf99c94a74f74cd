package exeat.casework.command;

import exeat.casework.value.StreamId;

/** What somebody asks the office to do. Who asks is in the {@link Context}. */
public sealed interface Command
        permits UnitReportCommand, CaseCommand, AlarmCommand, BriefingCommand, IssueCommand {

    StreamId stream();
}
