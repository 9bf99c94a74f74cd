package exeat.casework;

import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.event.Event;
import exeat.casework.state.Stage;
import exeat.casework.state.State;
import exeat.casework.value.Act;
import exeat.casework.value.Application;
import exeat.casework.value.Consequence;
import exeat.casework.value.OfficerId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;

import exeat.casework.command.Command.Direction;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import exeat.rules.authority.Function;
import exeat.rules.finding.Purpose;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A second, simpler telling of the life of an application: written from the guides, with a few
 * plain fields for each traveller, and none of the program's own conditions. It says of a command
 * that it must not be accepted, or that it must be, where it is sure; and of an accepted one where
 * it leads. What the rules find it takes over.
 */
final class Model {

    final Map<TravellerNo, ModelPerson> people = new TreeMap<>();
    private final Map<TravellerNo, Traveller> travellers = new TreeMap<>();
    private final Set<OfficerId> aside = new HashSet<>();
    private final Set<AuthorityId> closed = new HashSet<>();
    private AuthorityId holder;

    Model(Application application, AuthorityId holder) {
        this.holder = holder;
        for (var traveller : application.travellers()) {
            people.put(traveller.no(), new ModelPerson());
            travellers.put(traveller.no(), traveller);
        }
    }

    /** Of a unit that has closed nobody does anything any more. */
    void close(AuthorityId unit) {
        closed.add(unit);
    }

    /** Away, of a closed unit, or standing aside: nothing is done but to take in a claim. */
    private boolean isOffDuty(Actor actor) {
        return actor instanceof Actor.Officer officer
                && (officer.duty().absent()
                        || closed.contains(officer.unit())
                        || aside.contains(officer.id()));
    }

    private Traveller traveller(TravellerNo no) {
        return Objects.requireNonNull(travellers.get(no));
    }

    private ModelPerson person(TravellerNo no) {
        return Objects.requireNonNull(people.get(no));
    }

    /** A child becomes of age by the calendar alone, and then their own word is missing. */
    private boolean isMinor(TravellerNo no, LocalDate today) {
        return traveller(no).birthDate().plusYears(18).isAfter(today);
    }

    /** Whether nobody may be heard with this now; where the model does not know, it says no. */
    boolean mustNot(Actor actor, Command command, LocalDate today) {
        return switch (command) {
            case Command.PassTime _ -> !(actor instanceof Actor.Clock);
            case Command.TravellerCommand c -> mustNot(actor, c, person(c.traveller()), today);
            case Command _ ->
                    actor instanceof Actor.Stranger || isUnbriefed(actor) || isOffDuty(actor);
        };
    }

    private static boolean isUnbriefed(Actor actor) {
        return actor instanceof Actor.Officer officer && !officer.briefed();
    }

    private static boolean isOneOf(Stage stage, Stage first, Stage... others) {
        return EnumSet.of(first, others).contains(stage);
    }

    private boolean mustNot(
            Actor actor, Command.TravellerCommand command, ModelPerson p, LocalDate today) {
        boolean protection = command instanceof Command.ClaimProtection;
        boolean end = command instanceof Command.EndProtectionClaim;
        boolean withdraw = command instanceof Command.Withdraw;
        if (actor instanceof Actor.Stranger
                || actor instanceof Actor.Clock
                || ((isUnbriefed(actor) || isOffDuty(actor)) && !protection)
                || (p.isOver() && !protection && !end)
                || (p.claimed && !withdraw && !end)) {
            return true;
        }
        boolean officer = actor instanceof Actor.Officer;
        return switch (command) {
            case Command.Confirm _ ->
                    officer
                            || isMinor(command.traveller(), today)
                            || (p.stage != Stage.UNCONFIRMED && !p.grownWithoutWord);
            case Command.Answer _ -> officer || p.stage == Stage.UNCONFIRMED;
            case Command.Respond _, Command.Appeal _, Command.EndProtectionClaim _ -> officer;
            case Command.Withdraw _ -> officer || p.stage == Stage.DEPARTED;
            case Command.Clear(_, _, var name) -> !officer || !p.clearances.containsKey(name);
            case Command.ApproveReferred _ -> !officer || p.stage != Stage.REFERRED;
            case Command.Propose(_, _, var act, _) -> !officer || !fits(p, act);
            case Command.Second(_, _, var number) -> !maySecond(actor, p, number);
            case Command.Decline(_, _, var number, _) ->
                    !officer || !p.proposals.containsKey(number);
            case Command.ReleaseHold(_, _, var hold, _) -> !officer || !p.holds.contains(hold);
            case Command.Authorise _ ->
                    !isOf(actor, holder)
                            || !isOneOf(p.stage, Stage.APPROVED, Stage.REVOKED)
                            || !p.isReady();
            case Command.RecordCrossing(_, _, var direction) ->
                    !officer || !mayCross(p, direction, today);
            case Command.StopAtBorder _ -> !officer || p.stage != Stage.AUTHORISED || p.stopped;
            case Command.LiftStop _ -> !officer || !p.stopped;
            case Command.DecideAppeal(_, _, var number, _, _) ->
                    !officer || !p.appeals.containsKey(number);
            case Command.Ask _ ->
                    !officer
                            || isOneOf(
                                    p.stage,
                                    Stage.UNCONFIRMED,
                                    Stage.SET_ASIDE,
                                    Stage.REFUSED,
                                    Stage.DEPARTED);
            case Command.MeetSafeguard _ -> !isMinor(command.traveller(), today);
            case Command.Jump _, Command.LiftRecusal _ -> !officer;
            case Command.ClaimProtection _, Command.Recuse _ -> false;
        };
    }

    private static boolean isOf(Actor actor, AuthorityId unit) {
        return actor instanceof Actor.Officer officer && officer.unit().equals(unit);
    }

    /** Refused is only what was referred; set aside only what stands approved; and so on. */
    private static boolean fits(ModelPerson p, Act act) {
        return switch (act) {
            case Act.Refuse _ -> p.stage == Stage.REFERRED;
            case Act.SetAside _ -> p.stage == Stage.APPROVED;
            case Act.PlaceHold _ -> isOneOf(p.stage, Stage.APPROVED, Stage.AUTHORISED);
            case Act.ExtendHold extend -> p.holds.contains(extend.hold());
            case Act.Revoke _ -> p.stage == Stage.AUTHORISED;
            case Act.CorrectFact _ -> !isOneOf(p.stage, Stage.UNCONFIRMED, Stage.DEPARTED);
        };
    }

    private static boolean maySecond(Actor actor, ModelPerson p, int number) {
        var act = p.proposals.get(number);
        return act != null
                && actor instanceof Actor.Officer officer
                && !officer.id().equals(p.proposers.get(number))
                && fits(p, act);
    }

    private static boolean mayCross(ModelPerson p, Direction direction, LocalDate today) {
        return switch (direction) {
            case DEPARTURE ->
                    p.stage == Stage.AUTHORISED
                            && !today.isAfter(p.until)
                            && !p.stopped
                            && p.isReady();
            case RETURN -> p.stage == Stage.DEPARTED;
        };
    }

    /** What nothing may stand in the way of: only cases of which the model is sure. */
    boolean must(Actor actor, Command command, LocalDate today) {
        if (!(command instanceof Command.TravellerCommand c)) {
            return false;
        }
        var p = person(c.traveller());
        boolean self =
                actor instanceof Actor.Party party
                        && party.no().equals(c.traveller())
                        && traveller(c.traveller()).guardians().isEmpty();
        boolean plain =
                !p.claimed
                        && !p.isOver()
                        && !isUnbriefed(actor)
                        && !isOffDuty(actor)
                        && traveller(c.traveller()).guardians().isEmpty();
        return switch (c) {
            case Command.ClaimProtection _ ->
                    !p.claimed && (self || actor instanceof Actor.Officer);
            case Command.EndProtectionClaim _ -> self && p.claimed;
            case Command.Withdraw _ -> self && !p.isOver() && p.stage != Stage.DEPARTED;
            case Command.Confirm(_, _, var told) ->
                    self
                            && plain
                            && p.stage == Stage.UNCONFIRMED
                            && told.containsAll(Consequence.of(traveller(c.traveller()).purpose()));
            case Command.Clear(_, _, var name) ->
                    plain
                            && p.holds.isEmpty()
                            && p.clearances.containsKey(name)
                            && isOf(actor, Objects.requireNonNull(p.clearances.get(name)));
            case Command.ApproveReferred approve ->
                    plain
                            && p.stage == Stage.REFERRED
                            && isOf(actor, holder)
                            && !approve.reason().isBlank();
            case Command.Authorise _ ->
                    plain
                            && p.isReady()
                            && isOneOf(p.stage, Stage.APPROVED, Stage.REVOKED)
                            && isOf(actor, holder);
            case Command.TravellerCommand _ -> false;
        };
    }

    /** Follows an accepted command to where it leads. */
    void follow(Actor actor, Command command, List<Event> events, LocalDate today) {
        events.forEach(this::note);
        switch (command) {
            case Command.TravellerCommand c -> follow(actor, c, person(c.traveller()), events);
            // A file that first goes to another unit is looked at the next time.
            case Command.PassTime _ when !isHandedOver(events) ->
                    people.values().stream()
                            .filter(p -> !p.claimed && today.isAfter(p.until))
                            .forEach(Model::paperRanOut);
            case Command _ -> {}
        }
        for (var entry : people.entrySet()) {
            var p = entry.getValue();
            p.grownWithoutWord =
                    p.grownWithoutWord
                            || (!traveller(entry.getKey()).guardians().isEmpty()
                                    && p.stage != Stage.UNCONFIRMED);
        }
    }

    private static void paperRanOut(ModelPerson p) {
        if (p.stage == Stage.AUTHORISED) {
            p.stage = Stage.APPROVED;
            p.stopped = false;
        } else if (p.stage == Stage.DEPARTED) {
            p.stage = Stage.CLOSED;
            leave(p);
        }
    }

    /** Numbers and names that only the answer tells; nothing here moves anybody. */
    private void note(Event event) {
        switch (event) {
            case Event.SentUp(_, var to) -> holder = to;
            case Event.HandedOver over -> handedOver(over);
            case Event.Recused recused -> aside.add(recused.officer());
            case Event.RecusalLifted lifted -> aside.remove(lifted.officer());
            case Event.ClearanceOpened e ->
                    person(e.traveller()).clearances.put(e.clearance(), e.unit());
            case Event.ClearanceEscalated e ->
                    person(e.traveller()).clearances.put(e.clearance(), e.to());
            case Event.HoldPlaced e -> person(e.traveller()).holds.add(e.hold());
            case Event.HoldReleased e -> person(e.traveller()).holds.remove(e.hold());
            case Event.Proposed e -> {
                person(e.traveller()).proposals.put(e.proposal(), e.act());
                person(e.traveller()).proposers.put(e.proposal(), e.by());
            }
            case Event.Appealed e -> person(e.traveller()).appeals.put(e.appeal(), e.against());
            case Event.Found e -> {
                var p = person(e.traveller());
                p.trip = e.finding().purpose() == Purpose.TRIP;
                // What is no longer demanded need not be cleared.
                p.clearances.keySet().retainAll(demanded(e.finding()));
            }
            case Event.Authorised e -> person(e.traveller()).until = e.until();
            case Event _ -> {}
        }
    }

    private static boolean isHandedOver(List<Event> events) {
        return events.stream().anyMatch(Event.HandedOver.class::isInstance);
    }

    private void handedOver(Event.HandedOver over) {
        holder = holder.equals(over.from()) ? over.to() : holder;
        for (var p : people.values()) {
            p.clearances.replaceAll((_, unit) -> unit.equals(over.from()) ? over.to() : unit);
        }
    }

    private static Set<String> demanded(Finding finding) {
        return finding.outcome().approves()
                ? finding.burden().clearances().stream()
                        .map(ClearanceDemand::name)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Optional<Finding> found(List<Event> events) {
        return events.stream()
                .filter(Event.Found.class::isInstance)
                .map(event -> ((Event.Found) event).finding())
                .findFirst();
    }

    private static Stage after(Finding finding, Stage before) {
        if (finding.outcome().approves()) {
            return before == Stage.AUTHORISED ? before : Stage.APPROVED;
        }
        return finding.unanswered().isEmpty() ? Stage.REFERRED : Stage.UNANSWERED;
    }

    private static void follow(
            Actor actor, Command.TravellerCommand command, ModelPerson p, List<Event> events) {
        switch (command) {
            case Command.Confirm _, Command.Answer _, Command.MeetSafeguard _ ->
                    found(events).ifPresent(finding -> p.stage = after(finding, p.stage));
            case Command.Clear(_, _, var name) -> p.clearances.remove(name);
            case Command.ApproveReferred _ -> p.stage = Stage.APPROVED;
            case Command.Second(_, _, var number) -> happens(p, number, events);
            case Command.Decline(_, _, var number, _) -> p.proposals.remove(number);
            case Command.Authorise _ -> {
                p.stage = Stage.AUTHORISED;
                p.revoked = false;
                p.parts.clear();
            }
            case Command.RecordCrossing(_, _, var direction) ->
                    crosses(p, direction, ((Actor.Officer) actor).function());
            case Command.StopAtBorder _ -> p.stopped = true;
            case Command.LiftStop _ -> p.stopped = false;
            case Command.Withdraw _ -> {
                p.stage = Stage.WITHDRAWN;
                leave(p);
            }
            case Command.ClaimProtection _ -> p.claimed = true;
            case Command.EndProtectionClaim _ -> p.claimed = false;
            case Command.DecideAppeal(_, _, var number, var upheld, _) -> {
                var against = Objects.requireNonNull(p.appeals.remove(number));
                if (upheld) {
                    undo(p, against, events);
                }
            }
            case Command.Ask _,
                    Command.Respond _,
                    Command.Propose _,
                    Command.ReleaseHold _,
                    Command.Jump _,
                    Command.Recuse _,
                    Command.LiftRecusal _,
                    Command.Appeal _ -> {}
        }
    }

    private static void happens(ModelPerson p, int number, List<Event> events) {
        var act = Objects.requireNonNull(p.proposals.remove(number));
        switch (act) {
            case Act.Refuse _ -> {
                p.stage = Stage.REFUSED;
                p.clearances.clear();
            }
            case Act.SetAside _ -> {
                p.stage = Stage.SET_ASIDE;
                p.clearances.clear();
            }
            case Act.Revoke _ -> {
                p.stage = Stage.REVOKED;
                p.revoked = true;
                p.stopped = false;
            }
            case Act.CorrectFact _ ->
                    found(events)
                            .ifPresent(finding -> {
                                if (p.stage == Stage.AUTHORISED && !finding.outcome().approves()) {
                                    p.revoked = true;
                                    p.stopped = false;
                                }
                                p.stage = after(finding, p.stage);
                            });
            case Act.PlaceHold _, Act.ExtendHold _ -> {}
        }
    }

    /** Each function that the pack names records its part; with all the crossing is made. */
    private static void crosses(ModelPerson p, Direction direction, Function function) {
        var parts = p.parts.computeIfAbsent(direction, _ -> new HashSet<>());
        parts.add(function);
        if (parts.size() == World.DIRECTIVE.division().crossing().size()) {
            boolean out = direction == Direction.DEPARTURE && p.trip;
            p.stage = out ? Stage.DEPARTED : Stage.CLOSED;
            if (!out) {
                leave(p);
            }
        }
    }

    private static void undo(ModelPerson p, Command.Against against, List<Event> events) {
        switch (against) {
            case Command.Against.Refusal _ ->
                    p.stage = p.stage == Stage.REFUSED ? Stage.APPROVED : p.stage;
            case Command.Against.BeingSetAside _ ->
                    p.stage = p.stage == Stage.SET_ASIDE ? Stage.APPROVED : p.stage;
            case Command.Against.Revocation _ -> {
                if (p.revoked
                        && isOneOf(p.stage, Stage.REVOKED, Stage.REFERRED, Stage.UNANSWERED)) {
                    p.revoked = false;
                    boolean ended = events.stream().anyMatch(Event.PaperEnded.class::isInstance);
                    p.stage = ended ? Stage.APPROVED : Stage.AUTHORISED;
                }
            }
            case Command.Against.AHold _ -> {}
        }
    }

    /** Nothing is left to do for somebody who has gone. */
    private static void leave(ModelPerson p) {
        p.clearances.clear();
        p.holds.clear();
        p.stopped = false;
    }

    /** Where the program says otherwise than the model; empty when they agree. */
    Optional<String> differs(State.CaseState state) {
        for (var t : state.travellers().values()) {
            var p = person(t.no());
            var holds = new HashSet<Integer>();
            t.openHolds().forEach(hold -> holds.add(hold.number()));
            var clearances = new HashSet<String>();
            t.openClearances().forEach(clearance -> clearances.add(clearance.name()));
            if (t.stage() != p.stage
                    || t.protectionClaimed() != p.claimed
                    || t.stop().isPresent() != p.stopped
                    || !holds.equals(p.holds)
                    || !clearances.equals(p.clearances.keySet())) {
                return Optional.of(
                        "traveller %s: %s, claimed %s, holds %s, open %s; the model: %s, %s, %s, %s"
                                .formatted(
                                        t.no(),
                                        t.stage(),
                                        t.protectionClaimed(),
                                        holds,
                                        clearances,
                                        p.stage,
                                        p.claimed,
                                        p.holds,
                                        p.clearances.keySet()));
            }
        }
        return state.holder().equals(holder)
                ? Optional.empty()
                : Optional.of("the file is with " + state.holder() + ", the model: " + holder);
    }
}
