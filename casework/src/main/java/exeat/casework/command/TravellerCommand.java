package exeat.casework.command;

import exeat.casework.state.AdverseHearing.Weighed;
import exeat.casework.state.CaseHandling;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.value.Admission;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Document;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Consequence;
import exeat.rules.source.StoredAs;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A command on one traveller of an application. */
public sealed interface TravellerCommand extends CaseCommand {
    TravellerNo traveller();

    /** It only records something in the case; see {@code NoteRules}. */
    sealed interface Note extends TravellerCommand {}

    /**
     * Officers alone give it. {@code CaseRules} refuses it to everybody with a secret, proved or
     * not, before any rule of the step is asked.
     */
    sealed interface ByOfficer extends TravellerCommand {}

    /** What officers record of a fee, also after the end. */
    sealed interface OfFee extends ByOfficer permits FeeCommand {}

    /** What an office does about an appearance. */
    sealed interface Appearing extends ByOfficer permits AppearanceCommand {}

    /**
     * A person takes back what they did or claimed. With a secret that is not proved to be theirs,
     * it takes back no more than what the same secret did; see {@code UnprovedPower}.
     */
    sealed interface TakesBack extends TravellerCommand {}

    /**
     * The traveller's own act that makes their application live; for somebody who has come of age
     * since their guardians did so, the act that keeps it live.
     */
    record Confirm(StreamId.CaseId stream, TravellerNo traveller, Set<Consequence> told)
            implements TravellerCommand {
        public Confirm {
            told = Collections.unmodifiableSet(new TreeSet<>(told));
        }
    }

    /** A safeguard for a minor is met: a consent by its giver, the rest recorded by an officer. */
    record MeetSafeguard(StreamId.CaseId stream, TravellerNo traveller, Safeguard safeguard)
            implements TravellerCommand {}

    /** Ask the traveller for a fact or a document. */
    record Ask(StreamId.CaseId stream, TravellerNo traveller, RequestedItem item)
            implements ByOfficer {}

    /** The traveller answers what is asked, or what the finding still needs. */
    record AnswerQuestions(
            StreamId.CaseId stream, TravellerNo traveller, Facts facts, List<Document> documents)
            implements TravellerCommand {
        public AnswerQuestions {
            documents = List.copyOf(documents);
        }
    }

    /** The person asks for another time than the one at which an office wants them. */
    @StoredAs(
            name = "AskForAnotherTime",
            fields = {"stream", "traveller", "appearance", "words"})
    record AskForAnotherTime(
            StreamId.CaseId stream, TravellerNo traveller, int appearance, String words)
            implements TravellerCommand {}

    /** The traveller's reply to a correction by two officers. */
    @StoredAs(
            name = "Respond",
            fields = {"stream", "traveller", "text"})
    record RespondToCorrection(StreamId.CaseId stream, TravellerNo traveller, String text)
            implements Note {}

    /**
     * The traveller chooses one directive's whole finding, where none is at least as good as the
     * others.
     *
     * @param directive the version whose finding it is
     */
    @StoredAs(
            name = "ChooseFinding",
            fields = {"stream", "traveller", "directive"})
    record ChooseFinding(StreamId.CaseId stream, TravellerNo traveller, DirectiveRef directive)
            implements TravellerCommand {}

    /**
     * An officer answers a clearance: done. Held is a {@link ProposeAct} of a hold that names it.
     */
    record CompleteClearance(StreamId.CaseId stream, TravellerNo traveller, String clearance)
            implements ByOfficer {}

    /** An officer approves what was referred. */
    record ApproveReferred(StreamId.CaseId stream, TravellerNo traveller, String reason)
            implements ByOfficer {}

    /**
     * The first of two officers.
     *
     * @param weighed words about each point that the directive wants weighed; empty for an act that
     *     weighs nothing
     */
    record ProposeAct(
            StreamId.CaseId stream,
            TravellerNo traveller,
            TwoOfficerAct act,
            String reason,
            Optional<List<Weighed>> weighed)
            implements ByOfficer {
        public ProposeAct {
            weighed = weighed.map(List::copyOf);
        }

        /** Where there is nothing to weigh. */
        public ProposeAct(
                StreamId.CaseId stream, TravellerNo traveller, TwoOfficerAct act, String reason) {
            this(stream, traveller, act, reason, Optional.empty());
        }
    }

    /**
     * The second of two officers, who agrees: the act happens.
     *
     * @param reason why they agree, in their own words; see {@link exeat.casework.value.OwnWords}
     * @param onAnswers what they say to what the person answered, likewise; empty where the person
     *     said nothing
     */
    record SecondProposal(
            StreamId.CaseId stream,
            TravellerNo traveller,
            int proposal,
            String reason,
            Optional<String> onAnswers)
            implements ByOfficer {

        /** Where the person said nothing. */
        public SecondProposal(
                StreamId.CaseId stream, TravellerNo traveller, int proposal, String reason) {
            this(stream, traveller, proposal, reason, Optional.empty());
        }
    }

    /** A second officer declines, or the first withdraws the proposal: nothing happens. */
    record DeclineProposal(
            StreamId.CaseId stream, TravellerNo traveller, int proposal, String reason)
            implements ByOfficer {}

    /**
     * An officer handed a proposal or a decision over to the person, who stood before them.
     *
     * @param proposal the number of the proposal
     * @param notice which of the two; empty for the decision
     */
    @StoredAs(
            name = "RecordService",
            fields = {"stream", "traveller", "proposal", "on", "notice"})
    record RecordService(
            StreamId.CaseId stream,
            TravellerNo traveller,
            int proposal,
            LocalDate on,
            Optional<NoticeKind> notice)
            implements ByOfficer {

        /** Makes the command for a decision. */
        public RecordService(
                StreamId.CaseId stream, TravellerNo traveller, int proposal, LocalDate on) {
            this(stream, traveller, proposal, on, Optional.empty());
        }
    }

    /** The person confirms that a proposal or a decision reached them. */
    @StoredAs(
            name = "ConfirmReceipt",
            fields = {"stream", "traveller", "proposal", "notice"})
    record ConfirmReceipt(
            StreamId.CaseId stream,
            TravellerNo traveller,
            int proposal,
            Optional<NoticeKind> notice)
            implements TravellerCommand {

        /** Makes the command for a decision. */
        public ConfirmReceipt(StreamId.CaseId stream, TravellerNo traveller, int proposal) {
            this(stream, traveller, proposal, Optional.empty());
        }
    }

    /** The person says that no officer handed it over to them, or not on that day. */
    @StoredAs(
            name = "DisputeService",
            fields = {"stream", "traveller", "proposal", "words", "notice"})
    record DisputeService(
            StreamId.CaseId stream,
            TravellerNo traveller,
            int proposal,
            String words,
            Optional<NoticeKind> notice)
            implements TravellerCommand {

        /** Makes the command for a decision. */
        public DisputeService(
                StreamId.CaseId stream, TravellerNo traveller, int proposal, String words) {
            this(stream, traveller, proposal, words, Optional.empty());
        }
    }

    /** The person answers what an officer proposes against them, or a hold that stands. */
    @StoredAs(
            name = "AnswerProposal",
            fields = {"stream", "traveller", "proposal", "words"})
    record AnswerProposal(StreamId.CaseId stream, TravellerNo traveller, int proposal, String words)
            implements TravellerCommand {}

    /** What the person said before an officer, written down by the officer. */
    @StoredAs(
            name = "RecordAnswer",
            fields = {"stream", "traveller", "proposal", "words"})
    record RecordAnswer(StreamId.CaseId stream, TravellerNo traveller, int proposal, String words)
            implements ByOfficer {}

    /** The officer who proposed it replies to what the person said. */
    @StoredAs(
            name = "ReplyToAnswers",
            fields = {"stream", "traveller", "proposal", "words"})
    record ReplyToAnswers(StreamId.CaseId stream, TravellerNo traveller, int proposal, String words)
            implements ByOfficer {}

    /** The hold's owner, or after its deadline the unit above, ends it. */
    record ReleaseHold(StreamId.CaseId stream, TravellerNo traveller, int hold, String reason)
            implements ByOfficer {}

    /** Issue the travel authorisation. */
    record Authorise(StreamId.CaseId stream, TravellerNo traveller) implements ByOfficer {}

    /** An officer at a border post records their part of a crossing. */
    record RecordCrossing(
            StreamId.CaseId stream, TravellerNo traveller, CrossingDirection direction)
            implements ByOfficer {}

    /** At the border, the paper could not be verified; a named officer takes over. */
    record StopAtBorder(StreamId.CaseId stream, TravellerNo traveller, String reason)
            implements ByOfficer {}

    /** What was wrong with the paper is settled. */
    record LiftStop(StreamId.CaseId stream, TravellerNo traveller, String reason)
            implements ByOfficer {}

    /**
     * The traveller wants to be told at an address of their own that there is news, or no longer.
     * The address is no part of it.
     */
    @StoredAs(
            name = "ChooseNotices",
            fields = {"stream", "traveller", "on"})
    record ChooseNotices(StreamId.CaseId stream, TravellerNo traveller, boolean on)
            implements TravellerCommand {}

    /** The traveller leaves the application, for themselves alone. */
    record Withdraw(StreamId.CaseId stream, TravellerNo traveller) implements TakesBack {}

    /** The traveller claims protection: every step stops, and nothing is disclosed. */
    record ClaimProtection(StreamId.CaseId stream, TravellerNo traveller)
            implements TravellerCommand {}

    /**
     * Somebody else claims protection for a traveller, at any door and signed in or not. Who may
     * not read the file learns nothing by it.
     *
     * @param words why; must be there
     */
    @StoredAs(
            name = "ClaimForAnother",
            fields = {"stream", "traveller", "words"})
    record ClaimForAnother(StreamId.CaseId stream, TravellerNo traveller, String words)
            implements TravellerCommand {}

    /**
     * A protection officer heard the traveller alone.
     *
     * @param confirmed whether the traveller said that they seek protection
     * @param seen what identified them
     * @param words what is kept of it, in words that the traveller was read
     */
    @StoredAs(
            name = "HearProtection",
            fields = {"stream", "traveller", "confirmed", "seen", "words"})
    record HearProtection(
            StreamId.CaseId stream,
            TravellerNo traveller,
            boolean confirmed,
            String seen,
            String words)
            implements ByOfficer {}

    /** The traveller lifts the block on disclosure for one recipient. */
    @StoredAs(
            name = "Admit",
            fields = {"stream", "traveller", "to"})
    record Admit(StreamId.CaseId stream, TravellerNo traveller, Admission to)
            implements TakesBack {}

    /** Ends the claim; only the traveller can do this. */
    record EndProtectionClaim(StreamId.CaseId stream, TravellerNo traveller) implements TakesBack {}

    /** What somebody does who stands in person before two officers of units that protect. */
    sealed interface InPerson extends TravellerCommand {}

    /** The first of the two officers. Nothing happens until another one agrees. */
    sealed interface AskInPerson extends InPerson, ByOfficer {
        /** What the officer saw, or checked, that identified the person before them. */
        String seen();
    }

    /** A person identified in person leaves the application. */
    @StoredAs(
            name = "WithdrawInPerson",
            fields = {"stream", "traveller", "seen"})
    record WithdrawInPerson(StreamId.CaseId stream, TravellerNo traveller, String seen)
            implements AskInPerson {}

    /** A person identified in person ends their claim to protection. */
    @StoredAs(
            name = "EndClaimInPerson",
            fields = {"stream", "traveller", "seen"})
    record EndClaimInPerson(StreamId.CaseId stream, TravellerNo traveller, String seen)
            implements AskInPerson {}

    /**
     * A person identified in person says that it was not they who stood before other officers: what
     * those did in their name is undone.
     *
     * @param withdrawal whether they are said to have left; else, to have ended their claim
     */
    @StoredAs(
            name = "DisownInPerson",
            fields = {"stream", "traveller", "withdrawal", "seen"})
    record DisownInPerson(
            StreamId.CaseId stream, TravellerNo traveller, boolean withdrawal, String seen)
            implements AskInPerson {}

    /**
     * The person disowns it with their own secret.
     *
     * @param request the number of the request that officers carried out
     */
    @StoredAs(
            name = "Disown",
            fields = {"stream", "traveller", "request"})
    record Disown(StreamId.CaseId stream, TravellerNo traveller, int request)
            implements TravellerCommand {}

    /**
     * The second officer identified the same person: what they asked for happens at once.
     *
     * @param request counted for this traveller, from 1
     * @param seen what identified the person to this officer
     */
    @StoredAs(
            name = "SecondInPerson",
            fields = {"stream", "traveller", "request", "seen"})
    record SecondInPerson(StreamId.CaseId stream, TravellerNo traveller, int request, String seen)
            implements InPerson, ByOfficer {}

    /** The person objects, who needs no reason; or an officer takes it back, with one. */
    @StoredAs(
            name = "StopInPerson",
            fields = {"stream", "traveller", "request", "reason"})
    record StopInPerson(StreamId.CaseId stream, TravellerNo traveller, int request, String reason)
            implements InPerson {}

    /** The traveller appeals against an adverse act. */
    record Appeal(
            StreamId.CaseId stream, TravellerNo traveller, AppealSubject against, String grounds)
            implements TravellerCommand {}

    /** A reviewer outside the deciders' line decides an appeal. */
    record DecideAppeal(
            StreamId.CaseId stream,
            TravellerNo traveller,
            int appeal,
            boolean upheld,
            String reason)
            implements ByOfficer {}

    /** An officer says why they take a case out of order. */
    record TakeOutOfOrder(
            StreamId.CaseId stream,
            TravellerNo traveller,
            String task,
            CaseHandling.OutOfOrderReason why,
            String words)
            implements ByOfficer {}

    /**
     * An officer declares a connection to a traveller and steps aside, or the traveller asks an
     * officer to step aside.
     */
    record Recuse(
            StreamId.CaseId stream,
            TravellerNo traveller,
            OfficerId officer,
            CaseHandling.ConflictOfInterest tie,
            String words)
            implements TravellerCommand {}

    /** The level above decides that an officer need not step aside. */
    record LiftRecusal(
            StreamId.CaseId stream, TravellerNo traveller, OfficerId officer, String reason)
            implements ByOfficer {}
}
