package exeat.casework.event;

import exeat.casework.state.AdverseHearing.Weighed;
import exeat.casework.state.CaseHandling;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Document;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PaperSeal;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.ServiceWay;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Finding;
import exeat.rules.source.StoredAs;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An event in the life of one traveller. */
public sealed interface TravellerEvent extends CaseEvent
        permits TravellerEvent.Note,
                TravellerEvent.Handling,
                ProtectionEvent,
                AppearanceEvent,
                FeeEvent,
                TravellerEvent.Confirmed,
                TravellerEvent.ConfirmedOfAge,
                TravellerEvent.SafeguardMet,
                TravellerEvent.Found,
                TravellerEvent.Asked,
                TravellerEvent.Answered,
                TravellerEvent.ClearanceOpened,
                TravellerEvent.ClearanceDone,
                TravellerEvent.ClearanceEscalated,
                TravellerEvent.ReferredApproved,
                TravellerEvent.Proposed,
                TravellerEvent.Seconded,
                TravellerEvent.Served,
                TravellerEvent.ServiceDisputed,
                TravellerEvent.HearingAnswered,
                TravellerEvent.HearingReplied,
                TravellerEvent.Declined,
                TravellerEvent.Refused,
                TravellerEvent.WasSetAside,
                TravellerEvent.HoldPlaced,
                TravellerEvent.HoldEscalated,
                TravellerEvent.HoldSentToReview,
                TravellerEvent.HoldExtended,
                TravellerEvent.HoldReleased,
                TravellerEvent.FactCorrected,
                TravellerEvent.Authorised,
                TravellerEvent.Revoked,
                TravellerEvent.PartRecorded,
                TravellerEvent.Departed,
                TravellerEvent.Returned,
                TravellerEvent.StoppedAtBorder,
                TravellerEvent.StopEscalated,
                TravellerEvent.StopLifted,
                TravellerEvent.PaperEnded,
                TravellerEvent.NoticesChosen,
                TravellerEvent.Closed,
                TravellerEvent.Withdrawn,
                TravellerEvent.WithdrawalUndone,
                TravellerEvent.Appealed,
                TravellerEvent.AppealEscalated,
                TravellerEvent.AppealDecided {
    TravellerNo traveller();

    /**
     * It only appears in the history and changes nothing about the traveller, except that its
     * officers have acted. So it says itself what other events are asked for elsewhere. A command
     * of the same name is {@code TravellerCommand.Note}; a note in a rule is something else.
     */
    sealed interface Note extends TravellerEvent {
        /** Who did it, none of whom may review the case: see {@link ActingOfficers}. */
        List<OfficerId> actors();

        /** The words that were written with it, which the history shows; empty for none. */
        String text();
    }

    /** It is about how the case is handled, and changes that alone; see {@link CaseHandling}. */
    sealed interface Handling extends TravellerEvent {}

    /** The traveller's own act, or for a minor the last consent that was needed. */
    record Confirmed(TravellerNo traveller, Set<Consequence> told) implements TravellerEvent {
        public Confirmed {
            told = Collections.unmodifiableSet(new TreeSet<>(told));
        }
    }

    /** Having come of age since guardians confirmed, the traveller confirmed personally. */
    record ConfirmedOfAge(TravellerNo traveller, Set<Consequence> told) implements TravellerEvent {
        public ConfirmedOfAge {
            told = Collections.unmodifiableSet(new TreeSet<>(told));
        }
    }

    record SafeguardMet(TravellerNo traveller, Safeguard safeguard) implements TravellerEvent {}

    /** The rules' finding. */
    record Found(TravellerNo traveller, Finding finding) implements TravellerEvent {}

    record Asked(TravellerNo traveller, RequestedItem item, AuthorityId by)
            implements TravellerEvent {}

    record Answered(TravellerNo traveller, Facts facts, List<Document> documents)
            implements TravellerEvent {
        public Answered {
            documents = List.copyOf(documents);
        }

        /** Whether the traveller chose between findings; the next event is the one chosen. */
        public boolean isChoice() {
            return facts.values().isEmpty() && documents.isEmpty();
        }
    }

    /**
     * A unit has a clearance to do.
     *
     * @param bookedTo the unit whose missing acknowledgement sent it up, if any
     */
    record ClearanceOpened(
            TravellerNo traveller,
            String clearance,
            AuthorityId unit,
            LocalDate due,
            Optional<AuthorityId> bookedTo)
            implements TravellerEvent {}

    record ClearanceDone(TravellerNo traveller, String clearance, OfficerId by)
            implements TravellerEvent {}

    /**
     * A clearance is overdue: the unit above has it now; the delay counts against the unit below.
     */
    record ClearanceEscalated(
            TravellerNo traveller,
            String clearance,
            AuthorityId from,
            AuthorityId to,
            LocalDate due)
            implements TravellerEvent {}

    record ReferredApproved(TravellerNo traveller, OfficerId by, String reason)
            implements TravellerEvent {}

    /**
     * The first officer's proposal; it opens the person's hearing.
     *
     * @param hearingDays how long the person can answer it, at least; empty where they are not
     *     heard, and in events from before there were hearings
     * @param weighed what the officer weighed, in their words; empty likewise
     */
    record Proposed(
            TravellerNo traveller,
            int proposal,
            TwoOfficerAct act,
            OfficerId by,
            AuthorityId unit,
            String reason,
            Optional<Integer> hearingDays,
            Optional<List<Weighed>> weighed)
            implements TravellerEvent {
        public Proposed {
            weighed = weighed.map(List::copyOf);
        }
    }

    /**
     * A second officer agreed.
     *
     * @param reason why, in their own words; empty in events from before it was asked for
     * @param reviewer the unit that would review the decision; empty in events from before service
     *     was recorded, whose periods run from the decision
     * @param appealDays how long an appeal is possible once it is served; empty where it stays so
     * @param onAnswers what they say to what the person answered; empty where nothing was said
     */
    record Seconded(
            TravellerNo traveller,
            int proposal,
            OfficerId by,
            AuthorityId unit,
            Optional<String> reason,
            Optional<AuthorityId> reviewer,
            Optional<Integer> appealDays,
            Optional<String> onAnswers)
            implements TravellerEvent {}

    /**
     * A proposal reached the person, or a decision: from this day a period runs.
     *
     * @param proposal its number; the decision, once a second officer agreed
     * @param by the officer who handed it over; empty where the person confirmed receipt
     */
    @StoredAs(fields = {"traveller", "proposal", "way", "on", "by", "unit"})
    record Served(
            TravellerNo traveller,
            int proposal,
            ServiceWay way,
            LocalDate on,
            Optional<OfficerId> by,
            Optional<AuthorityId> unit)
            implements TravellerEvent {}

    /** The person says that it did not reach them so: no period runs until it does. */
    @StoredAs(fields = {"traveller", "proposal", "words"})
    record ServiceDisputed(TravellerNo traveller, int proposal, String words)
            implements TravellerEvent {}

    /**
     * The person answered what is proposed against them.
     *
     * @param proved whether nobody but the person can have said it
     * @param takenBy the officer before whom they said it; empty where they wrote it
     */
    @StoredAs(fields = {"traveller", "proposal", "words", "proved", "takenBy", "unit"})
    record HearingAnswered(
            TravellerNo traveller,
            int proposal,
            String words,
            boolean proved,
            Optional<OfficerId> takenBy,
            Optional<AuthorityId> unit)
            implements TravellerEvent {}

    /** The officer who proposed it replied to everything that the person had said. */
    @StoredAs(fields = {"traveller", "proposal", "words", "by"})
    record HearingReplied(TravellerNo traveller, int proposal, String words, OfficerId by)
            implements TravellerEvent {}

    record Declined(TravellerNo traveller, int proposal, OfficerId by, String reason)
            implements TravellerEvent {}

    record Refused(TravellerNo traveller, OfficerId first, OfficerId second, String reason)
            implements TravellerEvent {}

    record WasSetAside(
            TravellerNo traveller, String ground, OfficerId first, OfficerId second, String reason)
            implements TravellerEvent {}

    /**
     * Two officers stopped the traveller for a time.
     *
     * @param owner the unit that must end it; at the limit, the unit above
     */
    record HoldPlaced(
            TravellerNo traveller,
            int hold,
            TwoOfficerAct.PlaceHold placed,
            OfficerId first,
            OfficerId second,
            AuthorityId owner)
            implements TravellerEvent {}

    /**
     * A hold is past its limit: the unit above has it now.
     *
     * @param limit the day by which that unit must decide
     */
    record HoldEscalated(
            TravellerNo traveller, int hold, AuthorityId from, AuthorityId to, LocalDate limit)
            implements TravellerEvent {}

    /** A hold is past its limit and no unit is above: a reviewer outside the line can end it. */
    record HoldSentToReview(TravellerNo traveller, int hold, AuthorityId to)
            implements TravellerEvent {}

    record HoldExtended(
            TravellerNo traveller, int hold, LocalDate limit, OfficerId first, OfficerId second)
            implements TravellerEvent {}

    record HoldReleased(TravellerNo traveller, int hold, Optional<OfficerId> by, String reason)
            implements TravellerEvent {}

    record FactCorrected(
            TravellerNo traveller,
            TwoOfficerAct.CorrectFact correction,
            OfficerId first,
            OfficerId second)
            implements TravellerEvent {}

    /** The traveller's reply to a correction, which the deciding officer reads. */
    @StoredAs(fields = {"traveller", "text"})
    record Responded(TravellerNo traveller, String text) implements Note {
        @Override
        public List<OfficerId> actors() {
            return List.of();
        }
    }

    /**
     * A travel authorisation.
     *
     * @param until the last day on which it is valid
     * @param seal what is printed for machines; the rules leave it empty, and the desk fills it in,
     *     which has the keys. Empty for papers from before seals, and for a name that nobody can
     *     spell in the letters A to Z
     */
    record Authorised(
            TravellerNo traveller,
            String number,
            LocalDate from,
            LocalDate until,
            boolean reentry,
            OfficerId by,
            Optional<PaperSeal> seal)
            implements TravellerEvent {}

    record Revoked(
            TravellerNo traveller,
            TwoOfficerAct.Revoke revocation,
            OfficerId first,
            OfficerId second)
            implements TravellerEvent {}

    /** One unit's part of a crossing; each function that the pack names records one. */
    record PartRecorded(
            TravellerNo traveller,
            CrossingDirection direction,
            UnitFunction function,
            AuthorityId post,
            OfficerId by)
            implements TravellerEvent {}

    /** Every part is recorded. */
    record Departed(TravellerNo traveller, LocalDate on) implements TravellerEvent {}

    record Returned(TravellerNo traveller, LocalDate on) implements TravellerEvent {}

    record StoppedAtBorder(
            TravellerNo traveller, AuthorityId post, OfficerId takenOverBy, String reason)
            implements TravellerEvent {}

    /** A stop is overdue: the unit above has it too, with a deadline of its own. */
    record StopEscalated(TravellerNo traveller, AuthorityId from, AuthorityId to, LocalDate due)
            implements TravellerEvent {}

    record StopLifted(TravellerNo traveller, OfficerId by, String reason)
            implements TravellerEvent {}

    /** The paper's last day has passed. Before departure this ends the paper, never the case. */
    record PaperEnded(TravellerNo traveller, String number) implements TravellerEvent {}

    /**
     * The traveller switched notices on or off. Where they go to is kept apart from events and can
     * be forgotten without a trace.
     */
    @StoredAs(fields = {"traveller", "on"})
    record NoticesChosen(TravellerNo traveller, boolean on) implements TravellerEvent {}

    /** Nothing more can happen to this traveller's application. */
    record Closed(TravellerNo traveller) implements TravellerEvent {}

    record Withdrawn(TravellerNo traveller) implements TravellerEvent {}

    /** It was not they who left in person: the case goes on from where it stood. */
    @StoredAs(fields = {"traveller"})
    record WithdrawalUndone(TravellerNo traveller) implements TravellerEvent {}

    /**
     * The traveller appealed.
     *
     * @param reviewer the unit, outside the deciders' line, that decides it
     */
    record Appealed(
            TravellerNo traveller,
            int appeal,
            AppealSubject against,
            String grounds,
            AuthorityId reviewer,
            LocalDate due)
            implements TravellerEvent {}

    /** An appeal is overdue: a unit above that reviews has it now. */
    record AppealEscalated(
            TravellerNo traveller, int appeal, AuthorityId from, AuthorityId to, LocalDate due)
            implements TravellerEvent {}

    /** If it is upheld, the act that it was against is undone at the same time. */
    record AppealDecided(
            TravellerNo traveller, int appeal, boolean upheld, OfficerId by, String reason)
            implements TravellerEvent {}

    /**
     * A deadline is near, or was missed where no unit is above: somebody is warned.
     *
     * @param about the clearance, or the number of the hold or appeal; empty otherwise
     * @param unit the unit that has the deadline
     * @param to the head of that unit, which is the unit above in its line; at the top itself
     * @param due the last day of the limit
     */
    record Warned(
            TravellerNo traveller,
            String task,
            String about,
            AuthorityId unit,
            AuthorityId to,
            LocalDate due)
            implements Handling {}

    /** An officer took this case out of order. */
    record Jumped(
            TravellerNo traveller,
            String task,
            AuthorityId unit,
            OfficerId by,
            CaseHandling.OutOfOrderReason why,
            String words)
            implements Handling {}

    /**
     * An officer has stepped aside: they see nothing of this case and cannot act on it.
     *
     * @param asked whether a traveller asked for it; if not, the officer declared it
     */
    record Recused(
            TravellerNo traveller,
            OfficerId officer,
            CaseHandling.ConflictOfInterest tie,
            String words,
            boolean asked)
            implements Handling {}

    /** A unit above decided that the officer need not step aside. */
    record RecusalLifted(TravellerNo traveller, OfficerId officer, OfficerId by, String reason)
            implements Handling {}
}
