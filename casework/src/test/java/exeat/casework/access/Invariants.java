package exeat.casework.access;

import static exeat.casework.World.TREE;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.ActingOfficers;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.FeeEvent;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.oversight.WorkItem;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Outcome;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold after every accepted command, whatever it was. */
public record Invariants(
        CaseState before,
        CaseState after,
        Actor actor,
        Command command,
        List<Event> events,
        World world) {

    private LocalDate today() {
        return world.today();
    }

    public static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    public void check() {
        checkOfficer();
        for (var event : events) {
            if (event instanceof TravellerEvent e) {
                var was = Objects.requireNonNull(before.travellers().get(e.traveller()));
                checkTwo(e);
                checkIndependent(e);
                checkEvent(was, e);
                HearingInvariants.checkHeard(was, e, events, today());
                var now = Objects.requireNonNull(after.travellers().get(e.traveller()));
                FeeInvariants.check(before, now, actor, e);
            }
        }
        after.travellers().values().forEach(this::checkState);
        after.travellers().values().forEach(t -> ServiceInvariants.check(t, today()));
        after.travellers().values().forEach(t -> HearingInvariants.check(t, today()));
        after.travellers().values().forEach(this::checkIdentity);
        after.travellers().values().forEach(FeeInvariants::check);
        AppearanceInvariants.check(before, after, events);
        checkKept();
        checkAccess();
        checkDisclosure();
        new ProtectionInvariants(before, after, actor, command, events, world).check();
    }

    /** No unit decides and reviews in one case, nor records two parts of one crossing. */
    private void checkIndependent(TravellerEvent event) {
        if (event instanceof TravellerEvent.PartRecorded part) {
            var others = Objects.requireNonNull(before.travellers().get(part.traveller())).parts();
            that(
                    others.stream()
                            .filter(other -> other.direction() == part.direction())
                            .noneMatch(other -> other.post().equals(part.post())),
                    "one unit recorded two parts");
        }
        if (!(actor instanceof Actor.Officer officer)) {
            return;
        }
        var travellers = before.travellers().values();
        if (event instanceof TravellerEvent.AppealDecided) {
            that(
                    !officer.unit().equals(before.holder())
                            && travellers.stream()
                                    .flatMap(t -> t.proposals().stream())
                                    .filter(p -> p.second().isPresent())
                                    .noneMatch(p ->
                                            p.unit().equals(officer.unit())
                                                    || p.secondUnit()
                                                            .equals(Optional.of(officer.unit()))),
                    officer.unit() + " decided and reviews");
        }
        if (event instanceof TravellerEvent.Refused
                || event instanceof TravellerEvent.WasSetAside
                || event instanceof TravellerEvent.HoldPlaced
                || event instanceof TravellerEvent.HoldExtended
                || event instanceof TravellerEvent.ReferredApproved) {
            that(
                    travellers.stream()
                            .flatMap(t -> t.appeals().stream())
                            .noneMatch(appeal -> appeal.reviewer().equals(officer.unit())),
                    officer.unit() + " reviews and decides");
        }
    }

    /** When the clock has looked, no unit that has closed has anything left to do. */
    private void checkKept() {
        if (command instanceof CaseCommand.CheckDeadlines) {
            WorkItem.of(after, World.DIRECTIVE.limits())
                    .forEach(work ->
                            that(
                                    !world.tree().isClosed(work.unit()),
                                    work + " is left to a unit that has closed"));
        }
        if (command instanceof CaseCommand.HandOver over) {
            that(
                    World.TREE
                            .get(over.from())
                            .function()
                            .equals(World.TREE.get(over.to()).function()),
                    "handed to another function");
            that(
                    // A unit may have had nothing but what those have who claimed protection.
                    InvolvedUnits.of(after, TREE).contains(over.to())
                            || !InvolvedUnits.of(before, TREE).contains(over.from()),
                    "handed over and lost");
        }
        var stages = before.travellers().values().stream().map(TravellerState::stage).toList();
        if (events.stream().allMatch(e -> e instanceof CaseEvent.HandedOver)) {
            that(
                    stages.equals(
                            after.travellers().values().stream()
                                    .map(TravellerState::stage)
                                    .toList()),
                    "a handover decided something");
            that(after.received().equals(before.received()), "a handover changed the receipt");
        }
    }

    private void checkOfficer() {
        if (actor instanceof Actor.Officer officer
                && !(command instanceof TravellerCommand.ClaimForAnother)) {
            that(officer.briefed(), "an officer acted who has not read the directive");
            that(
                    Mandate.mayActForAny(
                            world.tree(), officer.unit(), InvolvedUnits.of(before, TREE)),
                    officer.unit() + " acted out of scope");
            that(!officer.duty().absent(), officer.id() + " acted while away");
            that(!world.tree().isClosed(officer.unit()), officer.unit() + " acted and is closed");
            that(!isAside(officer), officer.id() + " stood aside and acted");
        }
    }

    /** Of their own accord from everything; asked by somebody, from what concerns that one. */
    private boolean isAside(Actor.Officer officer) {
        boolean protects =
                command instanceof TravellerCommand.HearProtection
                        || command instanceof TravellerCommand.InPerson
                        || command instanceof SecretCommand;
        var part =
                switch (command) {
                    case TravellerCommand c -> Optional.of(c.traveller());
                    case SecretCommand c -> Optional.of(c.to());
                    case Command _ -> Optional.<TravellerNo>empty();
                };
        return before.handling().recusals().stream()
                .filter(r -> !r.lifted() && r.officer().equals(officer.id()))
                .anyMatch(r ->
                        !r.asked()
                                || part.isEmpty()
                                || (part.equals(r.by())
                                        && (!protects
                                                || before.handling()
                                                        .isProved(part.get(), r.at()))));
    }

    private static void checkTwo(TravellerEvent event) {
        Optional<Set<OfficerId>> two =
                switch (event) {
                    case TravellerEvent.Refused e -> Optional.of(people(e.first(), e.second()));
                    case TravellerEvent.WasSetAside e -> Optional.of(people(e.first(), e.second()));
                    case TravellerEvent.HoldPlaced e -> Optional.of(people(e.first(), e.second()));
                    case TravellerEvent.HoldExtended e ->
                            Optional.of(people(e.first(), e.second()));
                    case TravellerEvent.Revoked e -> Optional.of(people(e.first(), e.second()));
                    case TravellerEvent.FactCorrected e ->
                            Optional.of(people(e.first(), e.second()));
                    // Every other event takes nothing from the traveller.
                    case TravellerEvent _ -> Optional.empty();
                };
        two.ifPresent(people -> that(people.size() == 2, "one officer alone: " + event));
    }

    private static Set<OfficerId> people(OfficerId first, OfficerId second) {
        var people = new HashSet<OfficerId>();
        people.add(first);
        people.add(second);
        return people;
    }

    private void checkEvent(TravellerState was, TravellerEvent event) {
        var outcome = was.finding().map(f -> f.outcome());
        if (event instanceof TravellerEvent.Refused) {
            that(was.stage() == Stage.REFERRED, "refused at " + was.stage());
            that(outcome.equals(Optional.of(Outcome.REFER)), "refused under an approval");
        }
        if (event instanceof TravellerEvent.WasSetAside) {
            that(
                    outcome.equals(Optional.of(Outcome.APPROVE_IN_GENERAL)),
                    "set aside under " + outcome);
        }
        if (event instanceof TravellerEvent.Refused
                || event instanceof TravellerEvent.WasSetAside) {
            checkFair(was);
        }
        if (event instanceof TravellerEvent.HoldPlaced placed) {
            that(isNew(was, placed.placed()), "the same hold again: " + placed);
        }
        if (event instanceof TravellerEvent.FactCorrected && was.reviewedBy().isPresent()) {
            that(
                    actor instanceof Actor.Officer officer
                            && Mandate.mayAct(
                                    world.tree(), officer.unit(), was.reviewedBy().orElseThrow()),
                    "a reviewer's approval was reopened by " + actor);
        }
        if (event instanceof TravellerEvent.Closed) {
            var parts = after.travellers().get(event.traveller());
            that(parts != null && isCrossed(parts), "closed without a crossing");
        }
        if (event instanceof TravellerEvent.ClearanceDone
                || event instanceof TravellerEvent.Authorised
                || event instanceof TravellerEvent.Departed
                || event instanceof TravellerEvent.Refused) {
            boolean grown =
                    !was.traveller().guardians().isEmpty() && !was.traveller().isMinorOn(today());
            that(!grown || was.confirmedOfAge().isPresent(), "without their own word: " + event);
        }
        if (event instanceof TravellerEvent.Seconded seconded
                && actor instanceof Actor.Officer officer) {
            var by = was.proposal(seconded.proposal()).orElseThrow().by();
            that(!officer.duty().tied().contains(by), "both acts were those of one officer");
        }
        var now = after.travellers().get(event.traveller());
        that(
                now == null || now.officers().containsAll(ActingOfficers.of(event)),
                "who acted is not known: " + event);
        if (event instanceof TravellerEvent.AppealDecided decided) {
            that(!was.officers().contains(decided.by()), "a decider decided the appeal");
        }
        if (event instanceof TravellerEvent.Confirmed) {
            var own = actor.equals(World.party(event.traveller()));
            that(own || command instanceof TravellerCommand.MeetSafeguard, "confirmed by " + actor);
        }
        if (actor instanceof Actor.Clock) {
            checkOfTime(event);
        }
    }

    private static void checkOfTime(TravellerEvent event) {
        that(
                event instanceof TravellerEvent.ClearanceEscalated
                        || event instanceof TravellerEvent.HoldEscalated
                        || event instanceof TravellerEvent.HoldSentToReview
                        || event instanceof TravellerEvent.StopEscalated
                        || event instanceof TravellerEvent.AppealEscalated
                        || event instanceof TravellerEvent.HoldReleased
                        || event instanceof TravellerEvent.PaperEnded
                        || event instanceof TravellerEvent.Warned
                        || event instanceof ProtectionEvent.ProtectionLapsed
                        || event instanceof ProtectionEvent.ProtectionEscalated
                        || event instanceof ProtectionEvent.InPersonStopped
                        || event instanceof FeeEvent.FeeAsked
                        || event instanceof TravellerEvent.Closed,
                "time alone did " + event);
    }

    /** Whoever corrected a fact decides nothing against the traveller, and nobody does at once. */
    private void checkFair(TravellerState was) {
        var two =
                Objects.requireNonNull(after.travellers().get(was.no())).proposals().stream()
                        .filter(p -> p.second().isPresent())
                        .filter(p -> was.proposal(p.number()).filter(o -> o.open()).isPresent())
                        .flatMap(p -> Stream.of(p.by(), p.second().orElseThrow()))
                        .toList();
        that(two.size() == 2, "decided by " + two);
        for (var correction : was.corrections()) {
            that(!two.contains(correction.by()), "a corrector decided");
            that(!two.contains(correction.second().orElseThrow()), "a corrector decided");
        }
        ServiceInvariants.checkHeard(was, today());
    }

    private static boolean isNew(TravellerState was, TwoOfficerAct.PlaceHold hold) {
        return was.holds().stream()
                .noneMatch(h ->
                        h.ground().equals(hold.ground()) && h.evidence().equals(hold.evidence()));
    }

    private void checkState(TravellerState t) {
        switch (t.stage()) {
            case UNCONFIRMED ->
                    that(
                            t.finding().isEmpty()
                                    && t.clearances().isEmpty()
                                    && t.holds().isEmpty()
                                    && t.questions().isEmpty()
                                    && t.paper().isEmpty(),
                            "something is live before it is confirmed");
            case UNANSWERED ->
                    that(
                            !t.finding().orElseThrow().unanswered().isEmpty(),
                            "unanswered, with nothing to answer");
            case AUTHORISED ->
                    that(
                            t.paper().filter(p -> !p.revoked() && !p.ended()).isPresent(),
                            "authorised without a paper");
            case REVOKED ->
                    that(
                            t.paper().filter(TravellerState.Paper::revoked).isPresent(),
                            "revoked without a paper");
            case DEPARTED, CLOSED -> that(isCrossed(t), "crossed without every part");
            case REFERRED, APPROVED, SET_ASIDE, REFUSED, WITHDRAWN ->
                    that(
                            t.stage() == Stage.WITHDRAWN || t.finding().isPresent(),
                            "decided without a finding");
        }
        if (StageTransitions.ENDS.contains(t.stage())) {
            that(t.openHolds().isEmpty() && t.openClearances().isEmpty(), "work is left at an end");
        }
    }

    /**
     * Where nobody saw who filed, no unit but the one that establishes identity has work before.
     */
    private void checkIdentity(TravellerState t) {
        boolean doubted =
                after.application().enteredBy().isEmpty() || !t.traveller().guardians().isEmpty();
        boolean seen =
                t.clearances().stream().anyMatch(c -> c.name().equals("identity") && !c.isOpen());
        that(
                !doubted
                        || seen
                        || t.clearances().stream().allMatch(c -> c.name().equals("identity")),
                "a unit has work for somebody whose identity is not established");
    }

    private static boolean isCrossed(TravellerState t) {
        return t.parts().stream()
                .map(TravellerState.CrossingPart::function)
                .toList()
                .containsAll(World.DIRECTIVE.division().crossing());
    }

    private void checkAccess() {
        boolean dormant =
                after.travellers().values().stream()
                        .allMatch(t ->
                                t.stage() == Stage.UNCONFIRMED
                                        || (t.isSuspended() && t.stage() != Stage.DEPARTED));
        if (dormant) {
            var allowed = new HashSet<AuthorityId>();
            after.travellers()
                    .values()
                    .forEach(t -> {
                        t.hearingUnit().ifPresent(allowed::add);
                        t.askedInPerson().forEach(asked -> allowed.add(asked.unit()));
                        t.protection()
                                .ifPresent(p ->
                                        p.admitted()
                                                .forEach(to ->
                                                        admitted(to).ifPresent(allowed::add)));
                    });
            allowed.add(after.holder());
            after.application().enteredBy().ifPresent(allowed::add);
            that(
                    allowed.containsAll(InvolvedUnits.of(after, TREE)),
                    "an unconfirmed case is disclosed");
        }
    }

    private static Optional<AuthorityId> admitted(Admission to) {
        return to instanceof Admission.ToUnit(var unit) ? Optional.of(unit) : Optional.empty();
    }

    private void checkDisclosure() {
        for (var unit : List.of(World.YANJI_FA, World.YANJI_PS, World.TUMEN_CU, World.ROOT)) {
            var view =
                    Disclosure.view(after, World.officer(unit), world.tree(), today(), world.now);
            view.ifPresent(seen -> seen.travellers().forEach((no, t) -> checkSeen(unit, no, t)));
        }
    }

    private void checkSeen(AuthorityId unit, TravellerNo no, Disclosure.TravellerSeen seen) {
        var t = Objects.requireNonNull(after.travellers().get(no));
        if (t.isSuspended() && !t.isAdmitted(new Admission.ToUnit(unit))) {
            // An officer who has nothing to do for them sees no more than before: see
            // ProtectionInvariants.
            that(
                    seen instanceof Disclosure.Suspended
                            || seen instanceof Disclosure.Hidden
                            // Whoever comes back is let in.
                            || (seen instanceof Disclosure.AtBorder && t.stage() == Stage.DEPARTED)
                            || (seen instanceof Disclosure.ToHear
                                    && t.hearingUnit().equals(Optional.of(unit)))
                            || (!(seen instanceof Disclosure.Whole)
                                    && !InvolvedUnits.isWorking(after, t, unit, TREE)),
                    "a suspended traveller is disclosed");
        }
        if (seen instanceof Disclosure.Whole) {
            boolean reviewer =
                    t.appeals().stream().anyMatch(a -> a.isOpen() && a.reviewer().equals(unit));
            boolean other =
                    t.reviewedBy().equals(Optional.of(unit))
                            || t.openHolds().stream()
                                    .anyMatch(h -> h.reviewer().equals(Optional.of(unit)));
            that(
                    reviewer
                            || other
                            || unit.equals(after.holder())
                            || t.stage() == Stage.UNCONFIRMED,
                    unit + " sees everything");
        }
    }
}
