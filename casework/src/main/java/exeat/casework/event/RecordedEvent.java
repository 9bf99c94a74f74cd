package exeat.casework.event;

import exeat.casework.command.Command;
import exeat.casework.state.Erasure;
import exeat.casework.state.CaseHandling;
import exeat.casework.state.Tombstone;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Application;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.Consequence;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Document;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Anomaly;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.InForcePeriod;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
     * An event with its place and time.
     *
     * @param sequence from 1 in its stream, without gaps
     */
    public record RecordedEvent(StreamId stream, long sequence, Instant at, Event event) {}
