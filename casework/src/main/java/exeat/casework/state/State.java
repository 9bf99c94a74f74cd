package exeat.casework.state;

import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Application;
import exeat.casework.value.OfficerId;
import exeat.casework.value.Anomaly;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.StreamId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;

import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stream, folded. */
public sealed interface State permits IssueState, BriefingState, ReportState, CaseState, AlarmState {









}
