package exeat.rules.prove;

import exeat.rules.Redecision;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.ValueClasses;
import exeat.rules.fact.Vocabulary;

import exeat.rules.prove.Worse.Found;
import exeat.rules.prove.Worse.Side;
import exeat.rules.box.Box;
import exeat.rules.box.Budget;
import exeat.rules.box.Budget.LimitReached;
import exeat.rules.box.ClassSet;
import exeat.rules.box.Search;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Who gains and who loses between two directives, over everybody whose facts both can take: exact,
 * not sampled.
 *
 * @param shifts one for each thing that somebody gains or loses; losses first
 * @param undecided the things, in words, of which it could not be told within the limit
 * @param assumed the links between facts, as sentences: nobody who breaks one is counted
 */
public record Shifts(List<Shift> shifts, List<String> undecided, List<String> assumed) {

    /** So many splits are made for each thing compared; a second or two at the very most. */
    private static final long SPLITS = 1_000_000;

    /**
     * Something that some people gain or lose.
     *
     * @param better whether they gain
     * @param before what the first directive gives or asks, in words that follow its name
     * @param after what the second does
     * @param region who they are, in words that follow "a person with"; there may be more of them
     * @param person one of them
     * @param turnsOn the facts that the region narrows; the person's others do not matter
     */
    public record Shift(
            boolean better,
            String before,
            String after,
            String region,
            Facts person,
            List<FactName> turnsOn) {
        public Shift {
            turnsOn = List.copyOf(turnsOn);
        }
    }

    public Shifts {
        shifts = List.copyOf(shifts);
        undecided = List.copyOf(undecided);
        assumed = List.copyOf(assumed);
    }

    /** Whether it is certain that nobody is worse off in anything. */
    public boolean nobodyLoses() {
        return undecided.isEmpty() && shifts.stream().allMatch(Shift::better);
    }

    /** From the first directive to the second. */
    public static Shifts between(Redecision versions) {
        var before = versions.before().draft();
        var after = versions.after().draft();
        var links =
                Stream.concat(before.links().stream(), after.links().stream()).distinct().toList();
        var space = SpaceReading.of(versions.vocabulary(), List.of(before, after), links);
        var finder =
                new Finder(
                        new Functions(before, space),
                        new Functions(after, space),
                        within(versions, space),
                        Links.broken(space, links));
        finder.find();
        return new Shifts(
                finder.shifts(), finder.undecided, links.stream().map(Links::sentence).toList());
    }

    /** The values that both allow, of facts that both know. */
    private static Box within(Redecision versions, FactSpace space) {
        var box = space.all();
        var before = versions.before().vocabulary();
        var after = versions.after().vocabulary();
        for (int at = 0; at < space.dimensions().size(); at++) {
            var classes = space.dimensions().get(at);
            var allowed = new BitSet();
            for (int one = 0; one < classes.count(); one++) {
                allowed.set(one, takes(before, classes, one) && takes(after, classes, one));
            }
            box = box.with(at, ClassSet.of(allowed));
        }
        return box;
    }

    private static boolean takes(Vocabulary vocabulary, ValueClasses classes, int one) {
        return vocabulary
                .definition(classes.fact().name())
                .map(fact -> fact.whyNot(classes.sample(one)).isEmpty())
                .orElse(true);
    }

    /** One comparison of two directives over one space. */
    private static final class Finder {

        private final Side before;
        private final Side after;
        private final Box within;
        private final List<Box> never;
        private final List<Shift> losses = new ArrayList<>();
        private final List<Shift> gains = new ArrayList<>();
        private final List<String> undecided = new ArrayList<>();

        Finder(Functions before, Functions after, Box within, List<Box> never) {
            this.before = Side.of(before);
            this.after = Side.of(after);
            this.within = within;
            this.never = never;
        }

        void find() {
            var aspects = new TreeSet<>(before.functions().aspects());
            aspects.addAll(after.functions().aspects());
            for (var aspect : aspects) {
                find(aspect.toString(), (left, right) -> worse().in(aspect, left, right));
            }
            var grounds = new TreeSet<>(before.functions().grounds());
            grounds.addAll(after.functions().grounds());
            for (var ground : grounds) {
                find("ground " + ground, (left, right) -> worse().in(ground, left, right));
            }
        }

        List<Shift> shifts() {
            var all = new ArrayList<>(losses);
            all.addAll(gains);
            return all;
        }

        /**
         * @param lesser where the side given first gives less
         */
        private void find(String what, BiFunction<Side, Side, List<Found>> lesser) {
            try {
                for (var found : lesser.apply(after, before)) {
                    losses.add(shift(false, found.right(), found.left(), found.region()));
                }
                for (var found : lesser.apply(before, after)) {
                    gains.add(shift(true, found.left(), found.right(), found.region()));
                }
            } catch (LimitReached limit) {
                undecided.add(what);
            }
        }

        private Worse worse() {
            return new Worse(new Search(never, new Budget(SPLITS)), within, List.of());
        }

        private Shift shift(boolean better, String was, String is, Box region) {
            var space = before.functions().space();
            var turnsOn = new ArrayList<FactName>();
            for (int at = 0; at < space.dimensions().size(); at++) {
                if (!region.set(at).covers(within.set(at))) {
                    turnsOn.add(space.fact(at).name());
                }
            }
            var person = space.person(region);
            return new Shift(better, was, is, space.words(region), person, turnsOn);
        }
    }
}
