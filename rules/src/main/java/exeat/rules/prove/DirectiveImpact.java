package exeat.rules.prove;

import exeat.rules.DirectiveComparison;
import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.ClassSet;
import exeat.rules.box.SplitBudget;
import exeat.rules.box.SplitBudget.LimitReached;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.ValueClasses;
import exeat.rules.fact.Vocabulary;
import exeat.rules.prove.Regression.Found;
import exeat.rules.prove.Regression.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Who gains and who loses between two directives, for everybody whose facts both accept: exact, not
 * sampled.
 *
 * @param effects one for each thing that somebody gains or loses; losses first
 * @param undecided the aspects, in words, that were not decided within the limit
 * @param assumed the links between facts, as sentences; nobody who violates one is counted
 */
public record DirectiveImpact(List<Effect> effects, List<String> undecided, List<String> assumed) {

    /** The limit of splits for each thing compared, which is reached in a second or two. */
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
    public record Effect(
            boolean better,
            String before,
            String after,
            String region,
            Facts person,
            List<FactName> turnsOn) {
        public Effect {
            turnsOn = List.copyOf(turnsOn);
        }
    }

    public DirectiveImpact {
        effects = List.copyOf(effects);
        undecided = List.copyOf(undecided);
        assumed = List.copyOf(assumed);
    }

    /** Whether it is certain that nobody is worse off in any aspect. */
    public boolean nobodyLoses() {
        return undecided.isEmpty() && effects.stream().allMatch(Effect::better);
    }

    /** The impact of a change from the first directive to the second. */
    public static DirectiveImpact between(DirectiveComparison versions) {
        var before = versions.before().parsed();
        var after = versions.after().parsed();
        var links =
                Stream.concat(before.links().stream(), after.links().stream()).distinct().toList();
        var space = FactSpaceBuilder.of(versions.vocabulary(), List.of(before, after), links);
        var finder =
                new Finder(
                        new OutcomeFunctions(before, space),
                        new OutcomeFunctions(after, space),
                        within(versions, space),
                        links);
        finder.find();
        return new DirectiveImpact(
                finder.shifts(),
                finder.undecided,
                links.stream().map(FactLinkRegions::sentence).toList());
    }

    /** The values that both allow, of facts that both know. */
    private static Box within(DirectiveComparison versions, FactSpace space) {
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
                .map(fact -> fact.violation(classes.sample(one)).isEmpty())
                .orElse(true);
    }

    /** One comparison of two directives over one space. */
    private static final class Finder {

        private final Side before;
        private final Side after;
        private final Box within;
        private final List<FactLink> links;
        private final List<Effect> losses = new ArrayList<>();
        private final List<Effect> gains = new ArrayList<>();
        private final List<String> undecided = new ArrayList<>();

        Finder(OutcomeFunctions before, OutcomeFunctions after, Box within, List<FactLink> links) {
            this.before = Side.of(before);
            this.after = Side.of(after);
            this.within = within;
            this.links = links;
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

        List<Effect> shifts() {
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

        private Regression worse() {
            return new Regression(search(), within, List.of());
        }

        private BoxSearch search() {
            return FactLinkRegions.search(
                    before.functions().space(), links, new SplitBudget(SPLITS));
        }

        private Effect shift(boolean better, String was, String is, Box region) {
            var space = before.functions().space();
            var turnsOn = new ArrayList<FactName>();
            for (int at = 0; at < space.dimensions().size(); at++) {
                if (!region.set(at).covers(within.set(at))) {
                    turnsOn.add(space.fact(at).name());
                }
            }
            // The widest region also contains people who violate a link; a part of it might contain
            // nobody else.
            var person = space.person(search().find(region, List.of()).orElse(region));
            return new Effect(better, was, is, space.words(region), person, turnsOn);
        }
    }
}
