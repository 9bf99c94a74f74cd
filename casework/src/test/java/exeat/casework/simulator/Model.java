package exeat.casework.simulator;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.FeeCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Application;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
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

    /** Whom a traveller asked to step aside: for what concerns that traveller. */
    private final Map<TravellerNo, Set<OfficerId>> askedAside = new HashMap<>();

    private final Set<AuthorityId> closed = new HashSet<>();
    private AuthorityId holder;

    Model(Application application, AuthorityId holder) {
        this.holder = holder;
        for (var traveller : application.travellers()) {
            boolean files = application.enteredBy().isEmpty() && traveller.no().equals(World.ONE);
            people.put(traveller.no(), new ModelPerson(traveller.no(), files));
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
        return traveller(no).birthDate().latest().plusYears(18).isAfter(today);
    }

    /** Whether nobody may be heard with this now; where the model does not know, it says no. */
    boolean mustNot(Actor actor, Command command, LocalDate today) {
        return switch (command) {
            case CaseCommand.CheckDeadlines _ -> !(actor instanceof Actor.Clock);
            case TravellerCommand c -> mustNot(actor, c, person(c.traveller()), today);
            case Command _ ->
                    actor instanceof Actor.Stranger || isUnbriefed(actor) || isOffDuty(actor);
        };
    }

    private static boolean protects(TravellerCommand command) {
        return command instanceof TravellerCommand.HearProtection
                || command instanceof TravellerCommand.InPerson;
    }

    private boolean isAskedAside(Actor actor, TravellerNo by) {
        return actor instanceof Actor.Officer officer
                && askedAside.getOrDefault(by, Set.of()).contains(officer.id());
    }

    private static boolean isUnbriefed(Actor actor) {
        return actor instanceof Actor.Officer officer && !officer.briefed();
    }

    private static boolean isOneOf(Stage stage, Stage first, Stage... others) {
        return EnumSet.of(first, others).contains(stage);
    }

    private boolean isShutOut(Actor actor, TravellerCommand command) {
        boolean other = command instanceof TravellerCommand.ClaimForAnother;
        return (actor instanceof Actor.Stranger && !other)
                || actor instanceof Actor.Clock
                || ((isUnbriefed(actor) || isOffDuty(actor)) && !other)
                || (isAskedAside(actor, command.traveller()) && !other && !protects(command));
    }

    /** An end leaves protection and silence open; a claim that stops those, and leaving. */
    private static boolean isClosedTo(ModelPerson p, TravellerCommand command) {
        boolean withdraw =
                command instanceof TravellerCommand.Withdraw
                        || command instanceof TravellerCommand.WithdrawInPerson;
        boolean protection =
                command instanceof TravellerCommand.ClaimProtection
                        || command instanceof TravellerCommand.ClaimForAnother
                        || command instanceof TravellerCommand.HearProtection
                        || command instanceof TravellerCommand.Admit
                        || command instanceof TravellerCommand.EndProtectionClaim
                        || command instanceof TravellerCommand.Disown
                        || (command instanceof TravellerCommand.ChooseNotices c && !c.on())
                        || (command instanceof TravellerCommand.InPerson && !withdraw);
        boolean back =
                command instanceof TravellerCommand.RecordCrossing(_, _, var direction)
                        && direction == CrossingDirection.RETURN;
        boolean fee = command instanceof FeeCommand;
        return (p.isOver() && !protection && !fee)
                || (p.isHalted() && !withdraw && !back && !protection);
    }

    private static boolean mayPropose(ModelPerson p, TwoOfficerAct act, LocalDate today) {
        return p.fits(act) && !p.isWaiting(today) && !p.service.isUnheard(act, today);
    }

    private boolean mayAuthorise(Actor actor, ModelPerson p, LocalDate today) {
        return isOf(actor, holder)
                && isOneOf(p.stage, Stage.APPROVED, Stage.REVOKED)
                && !p.isWaiting(today)
                && !p.fees.keepsThePaper(p.stage)
                && p.isReady();
    }

    private boolean mustNot(Actor actor, TravellerCommand command, ModelPerson p, LocalDate today) {
        if (isShutOut(actor, command) || (isClosedTo(p, command) && !p.isKeptFrom(actor, today))) {
            return true;
        }
        boolean officer = actor instanceof Actor.Officer;
        return switch (command) {
            case TravellerCommand.Confirm _ ->
                    officer
                            || isMinor(command.traveller(), today)
                            || (p.stage != Stage.UNCONFIRMED && !p.grownWithoutWord);
            // Nothing is above the directive of these lives.
            case TravellerCommand.ChooseFinding _ -> true;
            case TravellerCommand.AnswerQuestions _ -> officer || p.stage == Stage.UNCONFIRMED;
            case TravellerCommand.RespondToCorrection _,
                    TravellerCommand.Appeal _,
                    TravellerCommand.EndProtectionClaim _ ->
                    officer;
            case TravellerCommand.Withdraw _ ->
                    officer || (p.stage == Stage.DEPARTED && !p.isKeptFrom(actor, today));
            case TravellerCommand.InPerson c -> !ModelInPerson.may(actor, c, p, today);
            case TravellerCommand.Disown c -> !ModelInPerson.mayDisown(actor, c, p, today);
            case TravellerCommand.CompleteClearance(_, _, var name) ->
                    !officer || !p.clearances.containsKey(name) || p.isWaiting(today);
            case TravellerCommand.ApproveReferred _ ->
                    !officer || p.stage != Stage.REFERRED || p.isWaiting(today);
            case TravellerCommand.ProposeAct(_, _, var act, _, _) ->
                    !officer || !mayPropose(p, act, today);
            case TravellerCommand.SecondProposal(_, _, var number, _, _) ->
                    !p.maySecond(actor, number, today)
                            || p.isWaiting(today)
                            || p.hearing.isRunning(number, today);
            case TravellerCommand.RecordService _,
                    TravellerCommand.ConfirmReceipt _,
                    TravellerCommand.DisputeService _,
                    TravellerCommand.AnswerProposal _,
                    TravellerCommand.RecordAnswer _,
                    TravellerCommand.ReplyToAnswers _ ->
                    !ModelSteps.mayHear(actor, command, p, today);
            case TravellerCommand.DeclineProposal(_, _, var number, _) ->
                    !officer || !p.proposals.containsKey(number);
            case TravellerCommand.ReleaseHold(_, _, var hold, _) ->
                    !officer || !p.holds.contains(hold);
            case TravellerCommand.Authorise _ -> !mayAuthorise(actor, p, today);
            case TravellerCommand.RecordCrossing(_, _, var direction) ->
                    !officer
                            || !p.mayCross(direction, today)
                            || (direction == CrossingDirection.DEPARTURE && p.isStoppedAt(actor));
            case TravellerCommand.StopAtBorder _ ->
                    !officer || p.stage != Stage.AUTHORISED || p.stopped;
            case TravellerCommand.LiftStop _ -> !officer || !p.stopped;
            case TravellerCommand.DecideAppeal(_, _, var number, _, _) ->
                    !officer || !p.appeals.containsKey(number);
            case AppearanceCommand c -> !ModelSteps.mayAppear(actor, c, p, today);
            case TravellerCommand.AskForAnotherTime c ->
                    officer || !p.appearances.mayMove(c.appearance());
            case TravellerCommand.Ask _ -> !officer || !p.mayBeAsked();
            case FeeCommand c -> !p.fees.may(actor, c, holder, p.stage);
            case TravellerCommand.MeetSafeguard _ -> !isMinor(command.traveller(), today);
            case TravellerCommand.TakeOutOfOrder _, TravellerCommand.LiftRecusal _ -> !officer;
            case TravellerCommand.ClaimProtection _ -> officer;
            case TravellerCommand.ChooseNotices c ->
                    !actor.equals(World.party(c.traveller()))
                            || (c.on() && isMinor(c.traveller(), today));
            case TravellerCommand.HearProtection heard ->
                    !officer || !p.claimed || (p.ownClaim && !heard.confirmed());
            case TravellerCommand.Admit _ -> officer || !p.claimed;
            case TravellerCommand.ClaimForAnother _, TravellerCommand.Recuse _ -> false;
        };
    }

    private static boolean isOf(Actor actor, AuthorityId unit) {
        return actor instanceof Actor.Officer officer && officer.unit().equals(unit);
    }

    /** What nothing may stand in the way of: only cases of which the model is sure. */
    boolean must(Actor actor, Command command, LocalDate today) {
        if (!(command instanceof TravellerCommand c)) {
            return false;
        }
        var p = person(c.traveller());
        boolean self =
                actor instanceof Actor.Party party
                        && party.no().equals(c.traveller())
                        && !p.isKeptFrom(actor, today)
                        && traveller(c.traveller()).guardians().isEmpty();
        boolean plain =
                !p.isHalted()
                        && !p.isOver()
                        && !isUnbriefed(actor)
                        && !isOffDuty(actor)
                        && !isAskedAside(actor, c.traveller())
                        && traveller(c.traveller()).guardians().isEmpty();
        return switch (c) {
            case TravellerCommand.ClaimProtection _ -> self;
            // Nobody is told by another answer that there is a claim already.
            case TravellerCommand.ClaimForAnother claim ->
                    !claim.words().isBlank() && !(actor instanceof Actor.Clock);
            case TravellerCommand.EndProtectionClaim _ -> self && p.claimed;
            case TravellerCommand.Disown disown -> ModelInPerson.mayDisown(actor, disown, p, today);
            // Off they go at any time; on, as long as anything goes on for an adult.
            case TravellerCommand.ChooseNotices chosen -> self && (plain || !chosen.on());
            case TravellerCommand.ConfirmReceipt got ->
                    self && plain && p.isProved(today) && ModelSteps.mustConfirm(actor, got, p);
            case TravellerCommand.AnswerProposal(_, _, var number, var words) ->
                    self
                            && plain
                            && p.isProved(today)
                            && !words.isBlank()
                            && p.hearing.mustAnswer(number, p.proposals.containsKey(number));
            case TravellerCommand.Withdraw _ -> self && !p.isOver() && p.stage != Stage.DEPARTED;
            case TravellerCommand.Confirm(_, _, var told) ->
                    self
                            && plain
                            && p.stage == Stage.UNCONFIRMED
                            && told.containsAll(
                                    World.DIRECTIVE
                                            .purposes()
                                            .givesUp(traveller(c.traveller()).purpose()));
            case TravellerCommand.CompleteClearance(_, _, var name) ->
                    plain
                            && !p.isWaiting(today)
                            && p.holds.isEmpty()
                            && p.clearances.containsKey(name)
                            && isOf(actor, Objects.requireNonNull(p.clearances.get(name)));
            case TravellerCommand.ApproveReferred approve ->
                    plain
                            && !p.isWaiting(today)
                            && p.stage == Stage.REFERRED
                            && isOf(actor, holder)
                            && !approve.reason().isBlank();
            case FeeCommand fee -> plain && p.fees.may(actor, fee, holder, p.stage);
            case TravellerCommand.Authorise _ -> plain && mayAuthorise(actor, p, today);
            case TravellerCommand _ -> false;
        };
    }

    /** Follows an accepted command to where it leads. */
    void follow(Actor actor, Command command, List<Event> events, LocalDate today, Instant now) {
        var halted = people.values().stream().filter(ModelPerson::isHalted).toList();
        events.forEach(event -> takeOver(event, today));
        switch (command) {
            case TravellerCommand c ->
                    ModelSteps.follow(actor, c, person(c.traveller()), events, today, now);
            // A file that first goes to another unit is looked at the next time.
            case CaseCommand.CheckDeadlines _ when !isHandedOver(events) && !isOfClaims(events) ->
                    people.values().stream()
                            .filter(p -> !p.isHalted() && today.isAfter(p.until))
                            .forEach(Model::paperRanOut);
            case Command _ -> {}
        }
        halted.stream().filter(p -> !p.isHalted()).forEach(p -> p.hearing.resume(today));
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
            p.leaves();
        }
    }

    /** Numbers and names that only the answer tells; nothing here moves anybody. */
    private void takeOver(Event event, LocalDate today) {
        switch (event) {
            case CaseEvent.SentUp(_, var to) -> holder = to;
            case CaseEvent.HandedOver over -> handedOver(over);
            case ProtectionEvent.ProtectionLapsed e -> person(e.traveller()).lapse();
            case ProtectionEvent.InPersonAsked e -> person(e.traveller()).asked(e);
            case ProtectionEvent.InPersonStopped e -> person(e.traveller()).stopped(e.request());
            case TravellerEvent.Recused recused -> {
                if (recused.asked()) {
                    askedAside
                            .computeIfAbsent(recused.traveller(), _ -> new HashSet<>())
                            .add(recused.officer());
                } else {
                    aside.add(recused.officer());
                }
            }
            case TravellerEvent.RecusalLifted lifted -> {
                aside.remove(lifted.officer());
                askedAside.values().forEach(officers -> officers.remove(lifted.officer()));
            }
            case TravellerEvent.ClearanceOpened e ->
                    person(e.traveller()).clearances.put(e.clearance(), e.unit());
            case TravellerEvent.ClearanceEscalated e ->
                    person(e.traveller()).clearances.put(e.clearance(), e.to());
            case TravellerEvent.HoldPlaced e -> person(e.traveller()).holds.add(e.hold());
            case TravellerEvent.HoldReleased e -> person(e.traveller()).holds.remove(e.hold());
            case TravellerEvent.Proposed e -> {
                person(e.traveller()).proposals.put(e.proposal(), e.act());
                var p = person(e.traveller());
                p.hearing.open(e.proposal(), e.act(), today, p.proposals.keySet());
                person(e.traveller()).proposers.put(e.proposal(), e.by());
            }
            case TravellerEvent.Appealed e ->
                    person(e.traveller()).appeals.put(e.appeal(), e.against());
            case TravellerEvent.Found e -> {
                var p = person(e.traveller());
                p.appearances.allow(e.finding().burden().appearances());
                p.trip = World.DIRECTIVE.purposes().isRoundTrip(e.finding().purpose());
                // What is no longer demanded need not be cleared.
                p.clearances.keySet().retainAll(demanded(e.finding()));
            }
            case TravellerEvent.Authorised e -> person(e.traveller()).until = e.until();
            case TravellerEvent.WithdrawalUndone e -> person(e.traveller()).hearing.resume(today);
            case SecretEvent e -> person(e.to()).follow(e);
            case Event _ -> {}
        }
    }

    private static boolean isHandedOver(List<Event> events) {
        return events.stream().anyMatch(CaseEvent.HandedOver.class::isInstance);
    }

    private static boolean isOfClaims(List<Event> events) {
        return events.stream().anyMatch(ProtectionEvent.class::isInstance);
    }

    private void handedOver(CaseEvent.HandedOver over) {
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

    private static Set<Integer> undoable(TravellerState t, Instant now) {
        return t.undoable(now).stream().map(DoneInPerson::request).collect(Collectors.toSet());
    }

    /** Where the program says otherwise than the model; empty when they agree. */
    Optional<String> differs(CaseState state, LocalDate today, Instant now) {
        for (var t : state.travellers().values()) {
            var p = person(t.no());
            var holds = new HashSet<Integer>();
            t.openHolds().forEach(hold -> holds.add(hold.number()));
            var clearances = new HashSet<String>();
            t.openClearances().forEach(clearance -> clearances.add(clearance.name()));
            if (t.stage() != p.stage
                    || t.protectionClaimed() != p.claimed
                    || t.isSuspended() != p.isHalted()
                    || t.stop().isPresent() != p.stopped
                    || !holds.equals(p.holds)
                    || !clearances.equals(p.clearances.keySet())
                    || !ModelSteps.served(t).equals(p.service.served())
                    || !ModelSteps.isServedAlike(t, p)
                    || !p.fees.agrees(t)
                    || !p.appearances.isLike(t)
                    || !undoable(t, now).equals(p.acts.open(today))) {
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
