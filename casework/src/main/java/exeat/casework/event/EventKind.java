package exeat.casework.event;

import static exeat.casework.event.ActorDisclosure.ACT;
import static exeat.casework.event.ActorDisclosure.ACT_UNLESS_CONTESTED;
import static exeat.casework.event.ActorDisclosure.ACT_WITHOUT_REMAINS;
import static exeat.casework.event.ActorDisclosure.CONSEQUENCE;
import static exeat.casework.event.AuditorDisclosure.APPLICATION;
import static exeat.casework.event.AuditorDisclosure.FIELDS;
import static exeat.casework.event.AuditorDisclosure.FIELDS_WITHOUT_REMAINS;
import static exeat.casework.event.AuditorDisclosure.FINDING;
import static exeat.casework.event.EventWriter.CLOCK;
import static exeat.casework.event.EventWriter.OFFICER;
import static exeat.casework.event.EventWriter.PARTY;
import static exeat.casework.event.EventWriter.STRANGER;
import static exeat.casework.event.ReaderDisclosure.ARCHIVE;
import static exeat.casework.event.ReaderDisclosure.EVERYBODY;
import static exeat.casework.event.ReaderDisclosure.EVERYBODY_WITHOUT_REMAINS;
import static exeat.casework.event.ReaderDisclosure.PROTECTION;
import static exeat.casework.event.ReaderDisclosure.PROTECTION_PERSON;
import static exeat.casework.event.ReaderDisclosure.TRAVELLERS_SEEN;
import static exeat.casework.event.ReaderDisclosure.WHOLE;
import static exeat.casework.event.ReaderDisclosure.WHOLE_OR_PRINCIPAL;

import exeat.rules.source.StoredWord;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The catalogue of events: for each its stored name, who may write it, and what an answer, a reader
 * and an auditor are shown of it. Every event needs an entry; there is no default.
 *
 * <p>A finding or clearance that follows from an act counts as written by the actor.
 */
public enum EventKind implements StoredWord {
    CONFIRMED(TravellerEvent.Confirmed.class, "confirmed", by(PARTY, OFFICER), ACT, WHOLE, FIELDS),
    CONFIRMED_OF_AGE(
            TravellerEvent.ConfirmedOfAge.class, "confirmed-of-age", by(PARTY), ACT, WHOLE, FIELDS),
    SAFEGUARD_MET(
            TravellerEvent.SafeguardMet.class,
            "safeguard-met",
            by(PARTY, OFFICER),
            ACT,
            WHOLE,
            FIELDS),
    FOUND(
            TravellerEvent.Found.class,
            "found",
            by(PARTY, OFFICER, CLOCK),
            CONSEQUENCE,
            WHOLE,
            FINDING),
    ASKED(TravellerEvent.Asked.class, "asked", by(OFFICER), ACT, WHOLE, FIELDS),
    APPEARANCE_ASKED(AppearanceEvent.AppearanceAsked.class, "appearance-asked", OFFICER),
    ANOTHER_TIME_ASKED(AppearanceEvent.AnotherTimeAsked.class, "another-time-asked", PARTY),
    APPEARANCE_MOVED(AppearanceEvent.AppearanceMoved.class, "appearance-moved", OFFICER),
    APPEARANCE_ENDED(AppearanceEvent.AppearanceEnded.class, "appearance-ended", OFFICER),
    ANSWERED(TravellerEvent.Answered.class, "answered", by(PARTY), ACT, WHOLE, FIELDS),
    CLEARANCE_OPENED(
            TravellerEvent.ClearanceOpened.class,
            "clearance-opened",
            by(PARTY, OFFICER, CLOCK),
            CONSEQUENCE,
            WHOLE,
            FIELDS),
    CLEARANCE_DONE(
            TravellerEvent.ClearanceDone.class, "clearance-done", by(OFFICER), ACT, WHOLE, FIELDS),
    CLEARANCE_ESCALATED(
            TravellerEvent.ClearanceEscalated.class,
            "clearance-escalated",
            by(CLOCK),
            ACT,
            WHOLE,
            FIELDS),
    REFERRED_APPROVED(
            TravellerEvent.ReferredApproved.class,
            "referred-approved",
            by(OFFICER),
            ACT,
            WHOLE,
            FIELDS),
    PROPOSED(TravellerEvent.Proposed.class, "proposed", by(OFFICER), ACT, WHOLE, FIELDS),
    SERVED(TravellerEvent.Served.class, "served", by(PARTY, OFFICER), ACT, WHOLE, FIELDS),
    SERVICE_DISPUTED(
            TravellerEvent.ServiceDisputed.class,
            "service-disputed",
            by(PARTY),
            ACT,
            WHOLE,
            FIELDS),
    HEARING_ANSWERED(
            TravellerEvent.HearingAnswered.class,
            "hearing-answered",
            by(PARTY, OFFICER),
            ACT,
            WHOLE,
            FIELDS),
    HEARING_REPLIED(
            TravellerEvent.HearingReplied.class,
            "hearing-replied",
            by(OFFICER),
            ACT,
            WHOLE,
            FIELDS),
    SECONDED(TravellerEvent.Seconded.class, "seconded", by(OFFICER), ACT, WHOLE, FIELDS),
    DECLINED(TravellerEvent.Declined.class, "declined", by(OFFICER), ACT, WHOLE, FIELDS),
    REFUSED(TravellerEvent.Refused.class, "refused", by(OFFICER), ACT, WHOLE, FIELDS),
    WAS_SET_ASIDE(
            TravellerEvent.WasSetAside.class, "was-set-aside", by(OFFICER), ACT, WHOLE, FIELDS),
    HOLD_PLACED(TravellerEvent.HoldPlaced.class, "hold-placed", by(OFFICER), ACT, WHOLE, FIELDS),
    HOLD_ESCALATED(
            TravellerEvent.HoldEscalated.class, "hold-escalated", by(CLOCK), ACT, WHOLE, FIELDS),
    HOLD_SENT_TO_REVIEW(
            TravellerEvent.HoldSentToReview.class,
            "hold-sent-to-review",
            by(CLOCK),
            ACT,
            WHOLE,
            FIELDS),
    HOLD_EXTENDED(
            TravellerEvent.HoldExtended.class, "hold-extended", by(OFFICER), ACT, WHOLE, FIELDS),
    HOLD_RELEASED(
            TravellerEvent.HoldReleased.class,
            "hold-released",
            by(PARTY, OFFICER, CLOCK),
            ACT,
            WHOLE,
            FIELDS),
    FACT_CORRECTED(
            TravellerEvent.FactCorrected.class,
            "fact-corrected",
            by(OFFICER),
            CONSEQUENCE,
            WHOLE,
            FIELDS),
    RESPONDED(TravellerEvent.Responded.class, "responded", by(PARTY), ACT, WHOLE, FIELDS),
    AUTHORISED(TravellerEvent.Authorised.class, "authorised", by(OFFICER), ACT, WHOLE, FIELDS),
    REVOKED(
            TravellerEvent.Revoked.class,
            "revoked",
            by(OFFICER),
            ACT_UNLESS_CONTESTED,
            WHOLE,
            FIELDS),
    PART_RECORDED(
            TravellerEvent.PartRecorded.class, "part-recorded", by(OFFICER), ACT, WHOLE, FIELDS),
    DEPARTED(TravellerEvent.Departed.class, "departed", by(OFFICER), ACT, WHOLE, FIELDS),
    RETURNED(TravellerEvent.Returned.class, "returned", by(OFFICER), ACT, WHOLE, FIELDS),
    STOPPED_AT_BORDER(
            TravellerEvent.StoppedAtBorder.class,
            "stopped-at-border",
            by(OFFICER),
            ACT,
            WHOLE,
            FIELDS),
    STOP_ESCALATED(
            TravellerEvent.StopEscalated.class, "stop-escalated", by(CLOCK), ACT, WHOLE, FIELDS),
    STOP_LIFTED(TravellerEvent.StopLifted.class, "stop-lifted", by(OFFICER), ACT, WHOLE, FIELDS),
    PAPER_ENDED(
            TravellerEvent.PaperEnded.class, "paper-ended", by(OFFICER, CLOCK), ACT, WHOLE, FIELDS),
    NOTICES_CHOSEN(
            TravellerEvent.NoticesChosen.class, "notices-chosen", by(PARTY), ACT, WHOLE, FIELDS),
    CLOSED(TravellerEvent.Closed.class, "closed", by(PARTY, OFFICER, CLOCK), ACT, WHOLE, FIELDS),
    WITHDRAWN(TravellerEvent.Withdrawn.class, "withdrawn", by(PARTY, OFFICER), ACT, WHOLE, FIELDS),
    WITHDRAWAL_UNDONE(
            TravellerEvent.WithdrawalUndone.class,
            "withdrawal-undone",
            by(PARTY, OFFICER),
            ACT,
            WHOLE,
            FIELDS),
    FEE_ASKED(
            FeeEvent.FeeAsked.class,
            "fee-asked",
            by(PARTY, OFFICER, CLOCK),
            CONSEQUENCE,
            WHOLE,
            FIELDS),
    FEE_PAID(FeeEvent.FeePaid.class, "fee-paid", by(OFFICER), ACT, WHOLE, FIELDS),
    FEE_WAIVED(FeeEvent.FeeWaived.class, "fee-waived", by(OFFICER), ACT, WHOLE, FIELDS),
    FEE_REFUNDED(FeeEvent.FeeRefunded.class, "fee-refunded", by(OFFICER), ACT, WHOLE, FIELDS),
    PROTECTION_CLAIMED(
            ProtectionEvent.ProtectionClaimed.class,
            "protection-claimed",
            by(STRANGER, PARTY, OFFICER)),
    PROTECTION_CLAIM_ENDED(
            ProtectionEvent.ProtectionClaimEnded.class,
            "protection-claim-ended",
            by(PARTY, OFFICER)),
    PROTECTION_CLAIM_RESTORED(
            ProtectionEvent.ProtectionClaimRestored.class,
            "protection-claim-restored",
            by(PARTY, OFFICER)),
    PROTECTION_HEARD_ONCE(
            ProtectionEvent.ProtectionHeardOnce.class,
            "protection-heard-once",
            by(OFFICER),
            ACT,
            PROTECTION_PERSON,
            FIELDS),
    PROTECTION_HEARD(ProtectionEvent.ProtectionHeard.class, "protection-heard", by(OFFICER)),
    PROTECTION_LAPSED(ProtectionEvent.ProtectionLapsed.class, "protection-lapsed", by(CLOCK)),
    PROTECTION_ESCALATED(
            ProtectionEvent.ProtectionEscalated.class, "protection-escalated", by(CLOCK)),
    PROTECTION_ADMITTED(ProtectionEvent.ProtectionAdmitted.class, "protection-admitted", by(PARTY)),
    IN_PERSON_ASKED(ProtectionEvent.InPersonAsked.class, "in-person-asked", by(OFFICER)),
    IN_PERSON_STOPPED(
            ProtectionEvent.InPersonStopped.class, "in-person-stopped", by(PARTY, OFFICER, CLOCK)),
    IDENTIFIED_IN_PERSON(
            ProtectionEvent.IdentifiedInPerson.class, "identified-in-person", by(OFFICER)),
    UNPROVED_ACT(ProtectionEvent.UnprovedAct.class, "unproved-act", by(PARTY)),
    APPEALED(TravellerEvent.Appealed.class, "appealed", by(PARTY), ACT, WHOLE, FIELDS),
    APPEAL_ESCALATED(
            TravellerEvent.AppealEscalated.class,
            "appeal-escalated",
            by(CLOCK),
            ACT,
            WHOLE,
            FIELDS),
    APPEAL_DECIDED(
            TravellerEvent.AppealDecided.class, "appeal-decided", by(OFFICER), ACT, WHOLE, FIELDS),
    WARNED(TravellerEvent.Warned.class, "warned", by(CLOCK), ACT, WHOLE, FIELDS),
    JUMPED(TravellerEvent.Jumped.class, "jumped", by(OFFICER), ACT, WHOLE, FIELDS),
    RECUSED(TravellerEvent.Recused.class, "recused", by(PARTY, OFFICER), ACT, WHOLE, FIELDS),
    RECUSAL_LIFTED(
            TravellerEvent.RecusalLifted.class, "recusal-lifted", by(OFFICER), ACT, WHOLE, FIELDS),
    APPLIED(
            CaseEvent.Applied.class,
            "applied",
            by(STRANGER, PARTY, OFFICER),
            ACT,
            TRAVELLERS_SEEN,
            APPLICATION),
    MOVED(CaseEvent.Moved.class, "moved", by(CLOCK), ACT, EVERYBODY, FIELDS),
    SECRET_ASKED(
            SecretEvent.SecretAsked.class,
            "secret-asked",
            by(OFFICER),
            ACT,
            WHOLE_OR_PRINCIPAL,
            FIELDS),
    SECRET_ISSUED(
            SecretEvent.SecretIssued.class,
            "secret-issued",
            by(STRANGER, PARTY, OFFICER),
            ACT,
            WHOLE_OR_PRINCIPAL,
            FIELDS),
    SECRET_STOPPED(
            SecretEvent.SecretStopped.class,
            "secret-stopped",
            by(PARTY, OFFICER),
            ACT,
            WHOLE_OR_PRINCIPAL,
            FIELDS),
    SENT_UP(
            CaseEvent.SentUp.class,
            "sent-up",
            by(STRANGER, PARTY, OFFICER, CLOCK),
            ACT,
            EVERYBODY,
            FIELDS),
    ERASED(
            CaseEvent.Erased.class,
            "erased",
            by(PARTY, OFFICER, CLOCK),
            ACT_WITHOUT_REMAINS,
            EVERYBODY_WITHOUT_REMAINS,
            FIELDS_WITHOUT_REMAINS),
    HANDED_OVER(
            CaseEvent.HandedOver.class, "handed-over", by(OFFICER, CLOCK), ACT, EVERYBODY, FIELDS),
    FILE_KEPT(ArchiveEvent.FileKept.class, "file-kept", by(OFFICER), ACT, ARCHIVE, FIELDS),
    FILE_FREED(ArchiveEvent.FileFreed.class, "file-freed", by(OFFICER), ACT, ARCHIVE, FIELDS),
    ERASURE_PROPOSED(
            ArchiveEvent.ErasureProposed.class,
            "erasure-proposed",
            by(OFFICER),
            ACT,
            ARCHIVE,
            FIELDS),
    HANDED_DOWN(BriefingEvent.HandedDown.class, "handed-down", by(OFFICER), EVERYBODY),
    OFFICER_ACKNOWLEDGED(
            BriefingEvent.OfficerAcknowledged.class,
            "officer-acknowledged",
            by(OFFICER),
            EVERYBODY),
    UNIT_ACKNOWLEDGED(
            BriefingEvent.UnitAcknowledged.class, "unit-acknowledged", by(OFFICER), EVERYBODY),
    RULES_SIGNED(EnactmentEvent.RulesSigned.class, "rules-signed", by(OFFICER), EVERYBODY),
    VERSION_IN_FORCE(
            EnactmentEvent.VersionInForce.class, "version-in-force", by(OFFICER), EVERYBODY),
    CHANGE_PROPOSED(EnactmentEvent.ChangeProposed.class, "change-proposed", by(OFFICER), EVERYBODY),
    CHANGE_MADE(EnactmentEvent.ChangeMade.class, "change-made", by(OFFICER), EVERYBODY),
    ABSENT(DutyEvent.Absent.class, "absent", by(OFFICER), EVERYBODY),
    BACK(DutyEvent.Back.class, "back", by(OFFICER), EVERYBODY),
    DELEGATED(DutyEvent.Delegated.class, "delegated", by(OFFICER), EVERYBODY),
    DELEGATION_ENDED(DutyEvent.DelegationEnded.class, "delegation-ended", by(OFFICER), EVERYBODY),
    CLARIFIED(ClarificationEvent.Clarified.class, "clarified", by(OFFICER), EVERYBODY),
    CLARIFICATION_ACKNOWLEDGED(
            ClarificationEvent.ClarificationAcknowledged.class,
            "clarification-acknowledged",
            by(OFFICER),
            EVERYBODY),
    ALARM_RAISED(AlarmEvent.AlarmRaised.class, "alarm-raised", by(CLOCK), EVERYBODY),
    ALARM_ROSE(AlarmEvent.AlarmRose.class, "alarm-rose", by(CLOCK), EVERYBODY),
    ALARM_ANSWERED(AlarmEvent.AlarmAnswered.class, "alarm-answered", by(OFFICER), EVERYBODY),
    ISSUE_RAISED(IssueEvent.IssueRaised.class, "issue-raised", by(OFFICER, CLOCK), EVERYBODY),
    ISSUE_RAISED_BY_TRAVELLER(
            IssueEvent.IssueRaisedByTraveller.class,
            "issue-raised-by-traveller",
            by(PARTY),
            EVERYBODY),
    ISSUE_PASSED_UP(IssueEvent.IssuePassedUp.class, "issue-passed-up", by(OFFICER), EVERYBODY),
    ISSUE_ROSE(IssueEvent.IssueRose.class, "issue-rose", by(CLOCK), EVERYBODY),
    ISSUE_ANSWERED(IssueEvent.IssueAnswered.class, "issue-answered", by(OFFICER), EVERYBODY),
    ISSUE_ERASED(IssueEvent.IssueErased.class, "issue-erased", by(CLOCK), EVERYBODY),
    REPORT_DUE(ReportEvent.ReportDue.class, "report-due", by(OFFICER, CLOCK), EVERYBODY),
    REPORT_ASKED(ReportEvent.ReportAsked.class, "report-asked", by(OFFICER), EVERYBODY),
    REPORT_REMINDED(ReportEvent.ReportReminded.class, "report-reminded", by(CLOCK), EVERYBODY),
    REPORT_MISSED(ReportEvent.ReportMissed.class, "report-missed", by(CLOCK), EVERYBODY),
    REPORT_SENT(ReportEvent.ReportSent.class, "report-sent", by(OFFICER), EVERYBODY),
    WORDS_ADDED(ReportEvent.WordsAdded.class, "words-added", by(OFFICER), EVERYBODY);

    /** Two entries of one type are a fault at the start. */
    private static final Map<Class<?>, EventKind> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventKind::type, k -> k));

    private final Class<? extends Event> type;
    private final String stored;

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf: nobody can change it
    private final Set<EventWriter> writers;

    private final ActorDisclosure toActor;
    private final ReaderDisclosure toReader;
    private final AuditorDisclosure toAuditor;

    EventKind(
            Class<? extends Event> type,
            String stored,
            Set<EventWriter> writers,
            ActorDisclosure toActor,
            ReaderDisclosure toReader,
            AuditorDisclosure toAuditor) {
        this.type = type;
        this.stored = stored;
        this.writers = Set.copyOf(writers);
        this.toActor = toActor;
        this.toReader = toReader;
        this.toAuditor = toAuditor;
    }

    /** An event about an appearance, for readers who see the traveller whole. */
    EventKind(Class<? extends AppearanceEvent> type, String stored, EventWriter writer) {
        this(type, stored, by(writer), ACT, WHOLE, FIELDS);
    }

    /** What was said of protection, which its actor said, and few are told. */
    EventKind(Class<? extends ProtectionEvent> type, String stored, Set<EventWriter> writers) {
        this(type, stored, writers, ACT, PROTECTION, FIELDS);
    }

    /**
     * An event of no case: its actor is told it as an act, and an auditor is shown nothing of it.
     *
     * @throws IllegalArgumentException if it is of a case; each of those says who sees what
     */
    EventKind(
            Class<? extends Event> type,
            String stored,
            Set<EventWriter> writers,
            ReaderDisclosure toReader) {
        this(type, stored, writers, ACT, toReader, AuditorDisclosure.NOTHING);
        if (CaseEvent.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(stored + " is of a case, and says who sees what");
        }
    }

    private static Set<EventWriter> by(EventWriter first, EventWriter... others) {
        return EnumSet.of(first, others);
    }

    /**
     * The entry of an event.
     *
     * @throws IllegalStateException if it has none; {@link EventCatalogue#missing} finds this at
     *     the start
     */
    public static EventKind of(Event event) {
        return of(event.getClass());
    }

    static boolean has(Class<?> type) {
        return BY_TYPE.containsKey(type);
    }

    /** The entry of a type of events, see {@link #of(Event)}. */
    public static EventKind of(Class<? extends Event> type) {
        var kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalStateException(type + " has no entry in the catalogue of events");
        }
        return kind;
    }

    public Class<? extends Event> type() {
        return type;
    }

    /** The name in the database and outside. It never changes and is never reused. */
    @Override
    public String stored() {
        return stored;
    }

    public EventStream stream() {
        return EventStream.of(type);
    }

    public Set<EventWriter> writers() {
        return writers;
    }

    public ActorDisclosure toActor() {
        return toActor;
    }

    public ReaderDisclosure toReader() {
        return toReader;
    }

    public AuditorDisclosure toAuditor() {
        return toAuditor;
    }
}
