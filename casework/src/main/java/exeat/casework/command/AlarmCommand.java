package exeat.casework.command;

import exeat.casework.state.CaseHandling;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Application;
import exeat.casework.value.BriefingCheck;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.Consequence;
import exeat.casework.value.CrossingDirection;
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

/** A command on an alarm. */
    public sealed interface AlarmCommand extends Command {
        @Override
        StreamId.AlarmId stream();
    
/** A watcher found something. Given by the clock alone. */
    record RaiseAlarm(StreamId.AlarmId stream, String directive, Anomaly sighting)
            implements AlarmCommand {}

/** Time has passed: what was not answered goes up. Given by the clock alone. */
    record CheckAlarmDeadline(StreamId.AlarmId stream) implements AlarmCommand {}

/** The level that has an alarm says what it is, or what was done. */
    record AnswerAlarm(StreamId.AlarmId stream, AlarmAnswerKind how, String words)
            implements AlarmCommand {}
}
