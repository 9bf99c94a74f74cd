package exeat.casework.state;

import exeat.casework.value.Admission;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Document;
import exeat.casework.value.HoldGround;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PaperSeal;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.appearance.Appearances;
import exeat.casework.value.fee.FeeAccount;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One traveller, folded from the events.
 *
 * @param facts all facts that the rules read: from the application, answered, corrected
 * @param secretIssued whether the person holds a secret of their own
 * @param documents named with the application and in answers
 * @param confirmedOfAge when they confirmed personally, having come of age since it was filed
 * @param officers all officers who acted on this traveller; none of them may decide an appeal
 * @param protectionClaimed whether a claim to protection stands, and disclosure is blocked
 * @param protection what follows from claims; empty where none was made, or none since it is kept
 * @param noticesSince since when they are told of news at an address of their own; empty for not
 * @param lastView what a guardian, or the holder of an unproved secret, saw last while a claim
 *     stands, and still sees; it has none itself
 * @param fee empty where none was ever asked
 * @param appearances that offices asked for; empty where none did
 */
public record TravellerState(
        Traveller traveller,
        Stage stage,
        Instant since,
        boolean secretIssued,
        Facts facts,
        List<Document> documents,
        Optional<Finding> finding,
        Optional<Instant> found,
        List<Clearance> clearances,
        List<Hold> holds,
        List<Proposal> proposals,
        List<Question> questions,
        List<AppealState> appeals,
        Set<Safeguard> safeguards,
        Optional<Paper> paper,
        List<CrossingPart> parts,
        Optional<BorderStop> stop,
        boolean protectionClaimed,
        Optional<Instant> confirmedOfAge,
        Set<OfficerId> officers,
        Optional<Protection> protection,
        Optional<TravellerState> lastView,
        Optional<FeeAccount> fee,
        Optional<Instant> noticesSince,
        Optional<Appearances> appearances) {

    public TravellerState {
        documents = List.copyOf(documents);
        clearances = List.copyOf(clearances);
        holds = List.copyOf(holds);
        proposals = List.copyOf(proposals);
        questions = List.copyOf(questions);
        appeals = List.copyOf(appeals);
        // In the order of the events, so that a snapshot is always written the same.
        safeguards = Collections.unmodifiableSet(new LinkedHashSet<>(safeguards));
        parts = List.copyOf(parts);
        officers = Collections.unmodifiableSet(new LinkedHashSet<>(officers));
    }

    TravellerState with(List<Clearance> other) {
        return with(other, proposals, officers, protection, lastView);
    }

    /** As they are seen by those who are told nothing of protection. */
    public TravellerState withoutProtection() {
        return protection
                .map(p -> {
                    var others = new LinkedHashSet<>(officers);
                    p.officers().ifPresent(others::removeAll);
                    var left =
                            protectionClaimed
                                    ? Optional.of(p.untold())
                                    : Optional.<Protection>empty();
                    var untold =
                            proposals.stream().map(h -> h.heard(AdverseHearing::untold)).toList();
                    return with(clearances, untold, others, left, lastView);
                })
                .orElse(this);
    }

    /** Without what is kept for a guardian alone. */
    public TravellerState withoutLastView() {
        return lastView.isPresent() ? withLastView(Optional.empty()) : this;
    }

    /** With what those who may not know of a claim still see. */
    TravellerState withLastView(Optional<TravellerState> other) {
        return with(clearances, proposals, officers, protection, other);
    }

    private TravellerState with(
            List<Clearance> toClear,
            List<Proposal> proposed,
            Set<OfficerId> by,
            Optional<Protection> told,
            Optional<TravellerState> other) {
        return new TravellerState(
                traveller,
                stage,
                since,
                secretIssued,
                facts,
                documents,
                finding,
                found,
                toClear,
                holds,
                proposed,
                questions,
                appeals,
                safeguards,
                paper,
                parts,
                stop,
                protectionClaimed,
                confirmedOfAge,
                by,
                told,
                other,
                fee,
                noticesSince,
                appearances);
    }

    /** What the person is said to have asked for in person, and no second officer confirmed yet. */
    public List<InPersonRequest> askedInPerson() {
        return protection.map(Protection::askedInPerson).orElse(List.of());
    }

    /** What was done in their name in person and can still be undone, the first first. */
    public List<DoneInPerson> undoable(Instant now) {
        return protection.map(p -> p.undoable(now)).orElse(List.of());
    }

    /** How they stood when two officers let them leave in person; empty if none did. */
    public Optional<DoneInPerson> leftInPerson() {
        return protection.map(Protection::doneInPerson).orElse(List.of()).stream()
                .filter(DoneInPerson::isWithdrawal)
                .findFirst();
    }

    /** Whether a claim to protection lets no step go on. */
    public boolean isSuspended() {
        return protectionClaimed && protection.map(Protection::isHalted).orElse(true);
    }

    /** The stage that those who may not know of a claim see. */
    public Stage shownStage() {
        return protectionClaimed ? protection.map(Protection::shown).orElse(stage) : stage;
    }

    /** Whether the person lifted the block on disclosure for this one. */
    public boolean isAdmitted(Admission recipient) {
        return protection.filter(p -> p.admitted().contains(recipient)).isPresent();
    }

    /** The unit that is to hear the person, while it is. */
    public Optional<AuthorityId> hearingUnit() {
        return protection
                .filter(_ -> protectionClaimed)
                .flatMap(Protection::hearing)
                .map(Protection.Hearing::unit);
    }

    public TravellerNo no() {
        return traveller.no();
    }

    public Optional<Hold> hold(int number) {
        return holds.stream().filter(hold -> hold.number() == number).findFirst();
    }

    public Optional<Proposal> proposal(int number) {
        return proposals.stream().filter(proposal -> proposal.number() == number).findFirst();
    }

    public Optional<AppealState> appeal(int number) {
        return appeals.stream().filter(appeal -> appeal.number() == number).findFirst();
    }

    /** The corrections of this traveller's facts that two officers made. */
    public List<Proposal> corrections() {
        return proposals.stream()
                .filter(p -> p.act() instanceof TwoOfficerAct.CorrectFact && p.second().isPresent())
                .toList();
    }

    /** The unit that last approved this traveller on appeal, if one did. */
    public Optional<AuthorityId> reviewedBy() {
        return appeals.reversed().stream()
                .filter(appeal -> appeal.upheld().orElse(false))
                .filter(appeal -> StageTransitions.undoing(appeal.against()).isPresent())
                .map(AppealState::reviewer)
                .findFirst();
    }

    public List<Hold> openHolds() {
        return holds.stream().filter(Hold::isOpen).toList();
    }

    public List<Clearance> openClearances() {
        return clearances.stream().filter(Clearance::isOpen).toList();
    }

    /**
     * A clearance; done if {@code doneBy} is present.
     *
     * @param due before any pause, see {@link DueDays}
     * @param cameUp when it went to the unit above after its deadline; empty if it has not
     */
    public record Clearance(
            String name,
            AuthorityId unit,
            Instant opened,
            LocalDate due,
            Optional<AuthorityId> bookedTo,
            Optional<OfficerId> doneBy,
            Optional<Instant> doneAt,
            Optional<Instant> cameUp) {
        public boolean isOpen() {
            return doneAt.isEmpty();
        }

        Clearance dueBy(LocalDate day) {
            return new Clearance(name, unit, opened, day, bookedTo, doneBy, doneAt, cameUp);
        }

        public Clearance done(OfficerId by, Instant at) {
            return new Clearance(
                    name, unit, opened, due, bookedTo, Optional.of(by), Optional.of(at), cameUp);
        }

        /** With another unit and the same deadline. */
        public Clearance at(AuthorityId other) {
            return new Clearance(name, other, opened, due, bookedTo, doneBy, doneAt, cameUp);
        }

        /** With the unit above; the delay counts against the unit below. */
        public Clearance up(AuthorityId from, AuthorityId to, LocalDate last, Instant at) {
            return new Clearance(
                    name,
                    to,
                    opened,
                    last,
                    bookedTo.or(() -> Optional.of(from)),
                    doneBy,
                    doneAt,
                    Optional.of(at));
        }
    }

    /**
     * A hold, open until {@code releasedAt}.
     *
     * @param escalated whether it went up at its limit; only then can it be extended
     * @param reviewer a unit outside the line that can also end it, if no unit is above its owner
     */
    public record Hold(
            int number,
            HoldGround ground,
            String evidence,
            AuthorityId owner,
            LocalDate limit,
            Instant placed,
            OfficerId first,
            OfficerId second,
            Optional<String> clearance,
            boolean escalated,
            Optional<AuthorityId> reviewer,
            Optional<Instant> releasedAt) {
        public boolean isOpen() {
            return releasedAt.isEmpty();
        }
    }

    /**
     * A first officer's proposal; open until decided.
     *
     * @param second the officer who agreed, if one did
     * @param notice how it reaches the person, once it is a decision
     * @param hearing how the person is heard about it; empty where they are not
     */
    public record Proposal(
            int number,
            TwoOfficerAct act,
            OfficerId by,
            AuthorityId unit,
            String reason,
            Instant at,
            boolean open,
            Optional<OfficerId> second,
            Optional<AuthorityId> secondUnit,
            Optional<DecisionNotice> notice,
            Optional<AdverseHearing> hearing) {
        public Proposal at(AuthorityId other) {
            return copy(other, open, second, secondUnit, notice, hearing);
        }

        /** No longer open, or open again. */
        public Proposal opened(boolean again) {
            return copy(unit, again, second, secondUnit, notice, hearing);
        }

        /** Agreed to, and so a decision. */
        public Proposal agreed(OfficerId by, AuthorityId of, Optional<DecisionNotice> told) {
            return copy(unit, false, Optional.of(by), Optional.of(of), told, hearing);
        }

        public Proposal with(UnaryOperator<DecisionNotice> change) {
            return copy(unit, open, second, secondUnit, notice.map(change), hearing);
        }

        public Proposal heard(UnaryOperator<AdverseHearing> change) {
            return copy(unit, open, second, secondUnit, notice, hearing.map(change));
        }

        private Proposal copy(
                AuthorityId at,
                boolean isOpen,
                Optional<OfficerId> other,
                Optional<AuthorityId> of,
                Optional<DecisionNotice> told,
                Optional<AdverseHearing> heard) {
            return new Proposal(
                    number, act, by, at, reason, this.at, isOpen, other, of, told, heard);
        }
    }

    /** A question to the traveller; open until answered. */
    public record Question(
            RequestedItem item, AuthorityId by, Instant asked, Optional<Instant> answered) {
        public boolean isOpen() {
            return answered.isEmpty();
        }
    }

    public record AppealState(
            int number,
            AppealSubject against,
            String grounds,
            AuthorityId reviewer,
            LocalDate due,
            Instant filed,
            Optional<Boolean> upheld) {
        public boolean isOpen() {
            return upheld.isEmpty();
        }

        public AppealState at(AuthorityId other) {
            return new AppealState(number, against, grounds, other, due, filed, upheld);
        }
    }

    /** The travel authorisation; with the places of those before it. */
    public record Paper(
            String number,
            LocalDate from,
            LocalDate until,
            boolean reentry,
            boolean revoked,
            boolean ended,
            Optional<PaperSeal> seal,
            Optional<PaperSeal.Places> before) {
        public boolean isValidOn(LocalDate day) {
            return !revoked && !ended && !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** One office's part of a crossing. */
    public record CrossingPart(
            CrossingDirection direction,
            UnitFunction function,
            AuthorityId post,
            OfficerId by,
            Instant at) {}

    /**
     * A stop at the border.
     *
     * @param raisedTo the unit above that has it, once it is overdue
     */
    public record BorderStop(
            AuthorityId post,
            OfficerId owner,
            String reason,
            Instant at,
            Optional<AuthorityId> raisedTo,
            Optional<LocalDate> raisedDue) {

        /** The unit that must settle it. */
        public AuthorityId unit() {
            return raisedTo.orElse(post);
        }

        /** With another unit and the same deadline. */
        public BorderStop at(AuthorityId other) {
            return raisedTo.isPresent()
                    ? new BorderStop(post, owner, reason, at, Optional.of(other), raisedDue)
                    : new BorderStop(other, owner, reason, at, raisedTo, raisedDue);
        }

        /**
         * Somebody is waiting at the border: the post has the same day, and each unit above one
         * more.
         */
        public LocalDate due(ZoneId zone) {
            return raisedDue.orElseGet(() -> at.atZone(zone).toLocalDate());
        }
    }
}
