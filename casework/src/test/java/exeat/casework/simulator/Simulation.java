package exeat.casework.simulator;

import static exeat.casework.World.CASE;
import static exeat.casework.World.TREE;

import exeat.casework.Lifecycle;
import exeat.casework.World;
import exeat.casework.access.Invariants;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Response;
import exeat.casework.fee.ChargedPacks;
import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.State;
import exeat.casework.state.TravellerState;
import exeat.oversight.CaseCounters;
import exeat.oversight.ReportCounter;
import exeat.oversight.TimeAccounting;
import exeat.rules.authority.TimeLimits;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** One random life, in a world of its own. */
final class Simulation {

    private static final TimeLimits LIMITS = World.DIRECTIVE.limits();

    private final Random random;
    private final RandomCommands commands;
    private final HelpfulCommands helpful;
    private final World world;
    private final Map<ReportCounter, Integer> cells = new TreeMap<>();
    private final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    private final Map<Kind, Integer> accepted = new EnumMap<>(Kind.class);
    private Object last = "nothing";
    private Optional<Model> model = Optional.empty();

    /** One step as it was played, so that it can be played again. */
    record Played(int days, boolean closes, boolean briefs, RandomCommands.Move move) {}

    private final List<Played> played = new ArrayList<>();

    Simulation(Random random) {
        this.random = random;
        commands = new RandomCommands(random);
        helpful = new HelpfulCommands(commands);
        var packs = List.of(World.DIRECTIVE, ChargedPacks.CHARGED, ChargedPacks.BEFORE_ISSUE);
        world = World.under(commands.one(packs));
    }

    Set<Stage> stages() {
        return stages;
    }

    Map<Kind, Integer> accepted() {
        return accepted;
    }

    Object last() {
        return last;
    }

    void begin() {
        if (commands.chance(20)) {
            world.briefed.removeAll(Set.of(World.YANJI_FA, World.YANJI_PS));
        }
        var application = commands.application();
        Actor by =
                application.enteredBy().isPresent()
                        ? World.officer(World.YANJI_FA)
                        : new Actor.Stranger();
        world.accepted(by, new CaseCommand.Apply(CASE, application, commands.secrets(application)));
        count(Optional.empty());
        var simple = new Model(application, world.state().holder());
        boolean first = world.directive == ChargedPacks.BEFORE_ISSUE;
        simple.people.values().forEach(p -> p.fees.first = first);
        model = Optional.of(simple);
    }

    List<Played> played() {
        return played;
    }

    void step() {
        int days = commands.days();
        boolean closes = random.nextInt(400) == 0;
        boolean briefs = commands.chance(1);
        var before = world.state();
        var then = world.now.plus(days, ChronoUnit.DAYS).atZone(LIMITS.zone()).toLocalDate();
        var move = commands.chance(40) ? helpful.move(before, then) : commands.move(before, then);
        play(new Played(days, closes, briefs, move));
        if (random.nextInt(16) == 0) {
            foldsTheSame();
        }
    }

    /** Plays a step, and checks the result against the model and the invariants. */
    void play(Played step) {
        played.add(step);
        world.now = world.now.plus(step.days(), ChronoUnit.DAYS);
        if (step.closes()) {
            world.close(World.YANJI_FA, World.TUMEN_FA);
            model.orElseThrow().close(World.YANJI_FA);
        }
        if (step.briefs()) {
            world.briefed.addAll(Set.of(World.YANJI_FA, World.YANJI_PS));
        }
        var before = world.state();
        var kind = step.move().kind();
        var actor = step.move().actor();
        var command = step.move().command();
        var today = world.today();
        last = step.move();
        var simple = model.orElseThrow();
        boolean mustNot = simple.mustNot(actor, command, today);
        boolean must = simple.must(actor, command, today);
        if (world.give(actor, command) instanceof Response.Accepted(var events)) {
            accepted.merge(kind, 1, Integer::sum);
            new Invariants(before, world.state(), actor, command, events, world).check();
            count(Optional.of(before));
            Invariants.that(!mustNot, "the model knows that this cannot be");
            simple.follow(actor, command, events, today, world.now);
        } else {
            Invariants.that(!must, "the model knows that nothing stands in the way");
            Invariants.that(before.equals(world.state()), "a rejected command changed something");
        }
        var differs = simple.differs(world.state(), today, world.now);
        Invariants.that(differs.isEmpty(), differs.orElse(""));
    }

    /** Adds up the cells' changes, and notes the stages. */
    private void count(Optional<CaseState> before) {
        for (var change : CaseCounters.changes(before, world.state(), LIMITS)) {
            cells.merge(change.cell(), change.delta(), Integer::sum);
        }
        cells.values().removeIf(n -> n == 0);
        world.state().travellers().values().forEach(t -> stages.add(t.stage()));
    }

    /**
     * Folding all events at once equals folding them step by step, and the same is true of the
     * counters.
     */
    void end() {
        foldsTheSame();
        world.state().travellers().values().forEach(this::booked);
    }

    private void foldsTheSame() {
        var folded = Optional.<State>empty();
        for (var event : world.events.getOrDefault(CASE, List.of())) {
            folded = Optional.of(Lifecycle.evolve(folded, event));
        }
        Invariants.that(folded.equals(Optional.of(world.state())), "folding differs");
        var recount = CaseCounters.recount(List.of(world.state()), LIMITS);
        Invariants.that(recount.equals(cells), "cells " + cells + " against " + recount);
        Invariants.that(TREE.find(world.state().holder()).isPresent(), "no such holder");
    }

    /** Every day is on somebody's clock, once; no unit has more of them than there are. */
    private void booked(TravellerState t) {
        var history = world.events.getOrDefault(CASE, List.of());
        var booking = TimeAccounting.of(history, t.no(), LIMITS, world.now);
        var zone = LIMITS.zone();
        var first = world.state().received().atZone(zone).toLocalDate();
        var last =
                StageTransitions.ENDS.contains(t.stage())
                        ? t.since().atZone(zone).toLocalDate()
                        : world.today();
        Invariants.that(
                booking.days() == ChronoUnit.DAYS.between(first, last),
                "booked " + booking.days() + " days from " + first + " to " + last);
        booking.byUnit()
                .forEach((unit, sum) ->
                        Invariants.that(
                                sum.days() <= booking.days() && sum.late() <= sum.days(),
                                unit + " is booked more than there is: " + sum));
    }
}
