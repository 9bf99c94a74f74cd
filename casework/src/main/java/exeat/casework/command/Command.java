package exeat.casework.command;

import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;

import exeat.casework.state.CaseHandling;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Application;
import exeat.casework.value.BriefingCheck;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.Consequence;
import exeat.casework.value.Document;
import exeat.casework.value.ReportFigures;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Anomaly;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;

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

/** What somebody asks the desk to do. Who asks is in the {@link Context}. */
public sealed interface Command permits UnitReportCommand, CaseCommand, AlarmCommand, BriefingCommand, IssueCommand {

    StreamId stream();





































































}
