package exeat.casework.value;

import exeat.casework.command.Actor;
import exeat.casework.command.AlarmCommand;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Command;
import exeat.casework.command.Context;
import exeat.casework.command.DirectiveContext;
import exeat.casework.command.IssueClockCommand;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.CaseHandling;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Facts;
import exeat.rules.source.StoredWord;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an appeal is against. */
    public sealed interface AppealSubject {
        record Refusal() implements AppealSubject {}

        record BeingSetAside() implements AppealSubject {}

        record AHold(int hold) implements AppealSubject {}

        record Revocation() implements AppealSubject {}
    }
