package exeat.casework.access;

import static exeat.casework.access.Invariants.that;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.state.Undoing;
import exeat.casework.value.Admission;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What must hold of claims to protection and of people's secrets after every accepted command. */
record ProtectionInvariants(
        CaseState before,
        CaseState after,
        Actor actor,
        Command command,
        List<Event> events,
        World world) {

    void check() {
        for (var event : events) {
            if (event instanceof SecretEvent secret) {
                checkSecret(secret);
            }
            if (event instanceof TravellerEvent e) {
                checkWaiting(e);
                checkUnproved(e);
                checkHeard(Objects.requireNonNull(before.travellers().get(e.traveller())), e);
                checkUndone(Objects.requireNonNull(before.travellers().get(e.traveller())), e);
                checkSuspended(Objects.requireNonNull(before.travellers().get(e.traveller())), e);
            }
        }
        after.travellers().values().forEach(this::checkClaim);
        checkUnseen();
    }

    /** Promise 5: nothing shows to anybody by what a claim changes. */
    private void checkUnseen() {
        for (var t : before.travellers().values()) {
            boolean blocked = t.protectionClaimed() || isClaimed(t.no());
            if (!blocked || events.stream().anyMatch(e -> isOfOthers(e, t.no()))) {
                continue;
            }
            for (int no = 0; no <= before.travellers().size(); no++) {
                checkUnseen(t, new TravellerNo(no));
            }
            if (events.stream().allMatch(ProtectionInvariants::isUntold)) {
                List.of(World.ROOT, World.JILIN, World.TUMEN_CU)
                        .forEach(unit -> checkUnseen(t, unit));
            }
        }
    }

    private static boolean isUntold(Event event) {
        return event instanceof ProtectionEvent && !(event instanceof ProtectionEvent.UnprovedAct);
    }

    /** Nor to an officer of a unit that has nothing to do for the traveller. */
    private void checkUnseen(TravellerState t, AuthorityId unit) {
        var officer = World.officer(unit);
        var was = Disclosure.view(before, officer, world.tree(), world.today(), world.now);
        var is = Disclosure.view(after, officer, world.tree(), world.today(), world.now);
        var then = Objects.requireNonNull(after.travellers().get(t.no()));
        if (was.isEmpty()
                || is.isEmpty()
                || InvolvedUnits.isWorking(before, t, unit, world.tree())
                || Past.hears(t, unit)
                || Past.hears(then, unit)) {
            return;
        }
        that(
                Objects.equals(
                        was.get().travellers().get(t.no()), is.get().travellers().get(t.no())),
                "a claim shows to an officer of " + unit);
        that(
                was.get().past().version(world.sequence() - events.size())
                        == is.get().past().version(world.sequence()),
                "the version tells an officer of " + unit + " of a claim");
    }

    private boolean isClaimed(TravellerNo no) {
        return Objects.requireNonNull(after.travellers().get(no)).protectionClaimed();
    }

    /** Whether it tells something of somebody else, or lets others see again. */
    private static boolean isOfOthers(Event event, TravellerNo no) {
        return !(event instanceof TravellerEvent e && e.traveller().equals(no))
                || event instanceof ProtectionEvent.ProtectionAdmitted
                || event instanceof ProtectionEvent.ProtectionClaimEnded;
    }

    private void checkUnseen(TravellerState t, TravellerNo other) {
        var party = World.party(other);
        boolean own = t.no().equals(other);
        if (own ? actor.equals(party) || !isKeptFrom(after, t.no(), party) : isAdmitted(t, other)) {
            return;
        }
        // What is done with an unproved secret shows as if nobody else had claimed: BesideTest.
        if (!own && isKeptFrom(before, t.no(), actor)) {
            return;
        }
        var was =
                Disclosure.view(before, party, world.tree(), world.today(), world.now)
                        .orElseThrow();
        var is =
                Disclosure.view(after, party, world.tree(), world.today(), world.now).orElseThrow();
        long sequence = world.sequence();
        that(was.travellers().equals(is.travellers()), "a claim shows to " + other);
        that(
                was.past().version(sequence - events.size()) == is.past().version(sequence),
                "the version tells " + other + " of a claim");
    }

    private static boolean isAdmitted(TravellerState t, TravellerNo other) {
        return t.isAdmitted(new Admission.ToTraveller(other));
    }

    /** Whether somebody acts whose secret is not proved, and who may not know of a claim. */
    private boolean isKeptFrom(CaseState state, TravellerNo no, Actor who) {
        var t = Objects.requireNonNull(state.travellers().get(no));
        return Past.withheld(state, t, who, world.now).isPresent();
    }

    /** Nothing that others did ends by a secret that is not proved to be the person's. */
    private void checkUnproved(TravellerEvent event) {
        boolean ends =
                event instanceof TravellerEvent.Withdrawn
                        || event instanceof ProtectionEvent.ProtectionClaimEnded
                        || event instanceof ProtectionEvent.ProtectionAdmitted;
        that(
                !(ends && isKeptFrom(before, event.traveller(), actor)),
                "an unproved secret undid what others did: " + event);
    }

    /** Promise 5: a claim suspends every step; somebody else's for its hours and no longer. */
    private void checkSuspended(TravellerState was, TravellerEvent event) {
        that(
                !was.isSuspended()
                        || isKeptFrom(before, was.no(), actor)
                        || event instanceof TravellerEvent.Withdrawn
                        || (event instanceof TravellerEvent.NoticesChosen chosen && !chosen.on())
                        || events.stream()
                                .anyMatch(TravellerEvent.WithdrawalUndone.class::isInstance)
                        || (command instanceof TravellerCommand.RecordCrossing back
                                && back.direction() == CrossingDirection.RETURN)
                        || event instanceof ProtectionEvent,
                "something happened to a suspended traveller: " + event);
        if (event instanceof ProtectionEvent.ProtectionLapsed) {
            var until = was.protection().flatMap(Protection::until);
            that(!world.now.isBefore(until.orElseThrow()), "steps went on too early");
        }
        boolean inPerson = command instanceof TravellerCommand.SecondInPerson;
        if ((event instanceof ProtectionEvent.ProtectionClaimEnded && !inPerson)
                || event instanceof ProtectionEvent.ProtectionAdmitted) {
            that(actor.equals(World.party(was.no())), "the block was lifted by " + actor);
        }
    }

    /**
     * What was done in somebody's name is undone by them, with a secret that is theirs, or by two
     * officers of units without a part in it.
     */
    private void checkUndone(TravellerState was, TravellerEvent event) {
        boolean undone =
                event instanceof TravellerEvent.WithdrawalUndone
                        || event instanceof ProtectionEvent.ProtectionClaimRestored;
        if (!undone) {
            return;
        }
        if (command instanceof TravellerCommand.Disown) {
            that(
                    actor.equals(World.party(was.no()))
                            && before.handling().isProved(was.no(), world.now),
                    "it was undone by " + actor);
            return;
        }
        var asked = agreedTo(was, command);
        var done =
                was.undoable(world.now).stream()
                        .filter(one -> asked.against().equals(Optional.of(one.request())))
                        .findFirst()
                        .orElseThrow();
        var by = (Actor.Officer) actor;
        that(World.TREE.get(by.unit()).plays(Role.PROTECTS), "an officer acted as the person");
        that(!asked.first().equals(by.id()), "one officer alone undid it");
        that(
                !was.officers().contains(by.id()) || Undoing.isOnly(was, by.id()),
                "who had a part in the case was the second");
        that(!Undoing.acted(was).contains(by.id()), "who did such a thing undid it");
        that(
                !done.units().contains(by.unit()) && !done.units().contains(asked.unit()),
                "those who did it judged it");
        that(!done.officers().contains(asked.first()), "who did it judged it");
        that(asked.isOpen(world.now), "the first officer saw the person more than a day ago");
    }

    private static InPersonRequest agreedTo(TravellerState was, Command command) {
        int number = ((TravellerCommand.SecondInPerson) command).request();
        return was.askedInPerson().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** One officer alone neither settles what somebody said to them nor lets steps go on. */
    private void checkHeard(TravellerState was, TravellerEvent event) {
        var heard = was.protection().map(Protection::heardOnce).orElse(List.of());
        if (event instanceof ProtectionEvent.ProtectionHeard e) {
            that(
                    heard.stream()
                            .anyMatch(one ->
                                    one.confirmed() == e.confirmed() && !one.by().equals(e.by())),
                    "one officer alone settled a claim: " + event);
            that(!was.officers().contains(e.by()), "who had a part in the case was the second");
        }
        if (event instanceof ProtectionEvent.ProtectionHeardOnce) {
            var is = Objects.requireNonNull(after.travellers().get(was.no()));
            that(!was.isSuspended() || is.isSuspended(), "one officer alone let steps go on");
            that(
                    was.protection().orElseThrow().unconfirmed()
                            == is.protection().orElseThrow().unconfirmed(),
                    "one officer alone decided what later claims do");
        }
    }

    /**
     * Nobody else's claim stops steps for longer, nor once one was not confirmed; nor does one
     * officer who says that the person confirmed it.
     */
    private void checkClaim(TravellerState t) {
        t.protection()
                .filter(p -> t.protectionClaimed() && p.stops() && !p.own())
                .ifPresent(p -> {
                    that(
                            !p.unconfirmed()
                                    || p.heardOnce().stream()
                                            .anyMatch(Protection.HeardOnce::confirmed),
                            "stopped again by another's claim");
                    that(
                            !p.until()
                                    .orElseThrow()
                                    .isAfter(world.now.plus(Protection.MAX_SUSPENSION)),
                            "stopped for longer than three days");
                    that(
                            !(command instanceof CaseCommand.CheckDeadlines
                                            && actor instanceof Actor.Clock)
                                    || world.now.isBefore(p.until().orElseThrow()),
                            "the hours passed and no step goes on");
                });
    }

    /** No officer alone ever gets somebody a secret, and none replaces another at once. */
    private void checkSecret(SecretEvent event) {
        if (!(event instanceof SecretEvent.SecretIssued issued) || issued.by().isEmpty()) {
            return;
        }
        var asked = before.handling().secret(issued.to()).orElseThrow();
        that(!asked.first().equals(issued.by().orElseThrow()), "one officer alone: " + event);
        var was = Objects.requireNonNull(before.travellers().get(issued.to()));
        boolean first = !was.secretIssued() && was.stage() == Stage.UNCONFIRMED;
        that(first || issued.from().isPresent(), "replaced at once: " + event);
        boolean kept = was.secretIssued() ? was.protectionClaimed() : was.isSuspended();
        that(
                !kept || World.TREE.get(asked.unit()).plays(Role.PROTECTS),
                "a counter made a secret of somebody who claims protection");
    }

    /** While a new secret waits, no officer takes the traveller a step further. */
    private void checkWaiting(TravellerEvent event) {
        boolean waits =
                before.handling()
                        .secret(event.traveller())
                        .filter(one -> one.isWaiting(world.now))
                        .isPresent();
        boolean byOfficer = actor instanceof Actor.Officer;
        boolean step =
                event instanceof TravellerEvent.ClearanceDone
                        || event instanceof TravellerEvent.Proposed
                        || event instanceof TravellerEvent.Seconded
                        || event instanceof TravellerEvent.ReferredApproved
                        || event instanceof TravellerEvent.Authorised
                        || event instanceof TravellerEvent.Departed;
        that(!(waits && byOfficer && step), "a step went on while a secret waits: " + event);
        boolean own =
                event instanceof TravellerEvent.Withdrawn
                        || event instanceof ProtectionEvent.ProtectionClaimEnded;
        that(
                !(own && byOfficer)
                        || World.TREE.get(((Actor.Officer) actor).unit()).plays(Role.PROTECTS),
                "an officer acted as the person: " + event);
        if (own && byOfficer) {
            var was = Objects.requireNonNull(before.travellers().get(event.traveller()));
            var asked = agreedTo(was, command);
            var by = (Actor.Officer) actor;
            that(!asked.first().equals(by.id()), "one officer alone acted as the person");
            that(!was.officers().contains(by.id()), "who had a part in the case was the second");
            that(asked.isOpen(world.now), "the first officer saw the person more than a day ago");
        }
    }
}
