package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.ClassSet;
import exeat.rules.box.SplitBudget;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Regression.Found;
import exeat.rules.prove.Regression.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The part of obligation 6 about declared proxies: facts whose value, by the pack's own links,
 * reveals or rules out a shielded value of a protected fact.
 *
 * <p>It compares two people who satisfy the links and differ only in the protected fact and in
 * those proxies that a link forces to differ: nobody with the other protected value can have the
 * same proxy value, at all or beside the other facts that the link names, read by rules or not. The
 * person with the shielded value must not get less; nor may they where both withhold the fact.
 * Links between single values count, through any number of facts; links that order numbers do not,
 * and a note says so.
 */
final class ProxyProof {

    private final ProxyFacts facts;
    private final OutcomeFunctions functions;
    private final FactSpace space;
    private final SplitBudget budget;

    /** The facts about which a link tells something; each of the two people has their own. */
    private final List<Integer> beside;

    private final Set<Failure> shown = new HashSet<>();

    ProxyProof(ProxyFacts facts, SplitBudget budget) {
        this.facts = facts;
        this.functions = facts.functions();
        this.space = facts.space();
        this.budget = budget;
        this.beside = facts.beside();
    }

    /**
     * Proves it of every protected fact, on the condition of the links, and notes its proxies;
     * returns whether a link ties a fact that rules read to a protected one.
     */
    boolean prove(ProofAttempt proving) {
        var tied = facts.tied();
        boolean any = false;
        for (int at = 0; at < space.dimensions().size(); at++) {
            for (var value : space.shielded(at)) {
                var proxies = prove(proving, at, space.classOf(at, value));
                if (!proxies.isEmpty()) {
                    any = true;
                    tied.removeAll(proxies);
                    proving.note(Failure.of(note(at, value, proxies)));
                }
            }
        }
        if (!tied.isEmpty()) {
            var names = String.join(", ", tied.stream().map(at -> name(at).text()).toList());
            proving.note(
                    Failure.of(
                            "Not covered: links connect these facts to a protected fact only by"
                                    + " an order, through several facts together, or so that no value"
                                    + " of them is left to people with shielded values alone. People"
                                    + " who differ in them were not compared: "
                                    + names
                                    + "."));
        }
        if (any || !tied.isEmpty()) {
            facts.links().forEach(link -> proving.assume(FactLinkRegions.sentence(link)));
        }
        return any || !tied.isEmpty();
    }

    private String note(int fact, Value value, Set<Integer> proxies) {
        return "The proof treats these like "
                + ValueText.of(value)
                + " of "
                + space.fact(fact).name()
                + ", because a link ties them to it: "
                + String.join(
                        ", ", proxies.stream().map(at -> space.fact(at).name().text()).toList())
                + ".";
    }

    /** Compares people with a shielded value with all others; returns its proxies. */
    private Set<Integer> prove(ProofAttempt proving, int fact, int shielded) {
        var all = new TreeSet<Integer>();
        for (int other = 0; other < space.count(fact); other++) {
            var proxies =
                    other == shielded ? List.<Integer>of() : facts.proxies(fact, shielded, other);
            if (!proxies.isEmpty()) {
                all.addAll(proxies);
                compare(proving, new Pair(fact, shielded, other, proxies, false));
            }
        }
        return all;
    }

    /** Somebody with the shielded value beside somebody with another, by class. */
    private record Pair(
            int fact, int shielded, int other, List<Integer> proxies, boolean withheld) {}

    /**
     * All such pairs at once: each proxy stands twice, the second time for the other one, and so
     * does each fact that turns only on links.
     */
    private void compare(ProofAttempt proving, Pair pair) {
        var differing = Stream.concat(pair.proxies().stream(), beside.stream()).toList();
        var twice = new UnansweredProof.Copies(space, differing);
        var never = new ArrayList<Box>();
        for (var box : facts.broken()) {
            fixed(box, pair.fact(), pair.shielded()).map(twice::first).ifPresent(never::add);
            fixed(box, pair.fact(), pair.other()).map(twice::second).ifPresent(never::add);
        }
        pair.proxies().forEach(proxy -> never.addAll(apart(pair, twice, proxy)));
        var within = twice.all();
        for (int at : differing) {
            within = within.with(at, facts.of(pair.fact(), pair.shielded(), at));
            var theirs = facts.of(pair.fact(), pair.other(), at);
            within = within.with(twice.place(at), theirs);
        }
        var search = new BoxSearch(meeting(never, within), budget);
        var worse = new Regression(search, within, List.of());
        var disclosed = worse(worse, twice, pair, pair.shielded(), pair.other());
        tell(proving, search, twice, pair, disclosed);
        // A fact that counts against nobody who discloses it must not count against somebody who
        // withholds it.
        int withheld = space.classOf(pair.fact(), Value.WITHHELD);
        if (disclosed.isEmpty() && pair.other() != withheld) {
            var silent = new Pair(pair.fact(), pair.shielded(), pair.other(), pair.proxies(), true);
            tell(proving, search, twice, silent, worse(worse, twice, pair, withheld, withheld));
        }
    }

    /**
     * Where one person gets less than the other, if the fact is known with the first value for the
     * one and with the second for the other.
     */
    private List<Found> worse(
            Regression worse, UnansweredProof.Copies twice, Pair pair, int first, int second) {
        int count = space.count(pair.fact());
        var left =
                new Side(functions, layers -> twice.first(layers.fixed(pair.fact(), first, count)));
        var right =
                new Side(
                        functions,
                        layers -> twice.second(layers.fixed(pair.fact(), second, count)));
        var found = new ArrayList<Found>();
        functions.aspects().forEach(aspect -> found.addAll(worse.in(aspect, left, right)));
        functions.grounds().forEach(ground -> found.addAll(worse.in(ground, left, right)));
        return found;
    }

    private void tell(
            ProofAttempt proving,
            BoxSearch search,
            UnansweredProof.Copies twice,
            Pair pair,
            List<Found> found) {
        for (var one : found) {
            var failure = failure(search, twice, pair, one);
            if (shown.add(Failure.of(failure.says() + failure.region()))) {
                proving.fail(failure);
            }
        }
    }

    private static List<Box> meeting(List<Box> boxes, Box within) {
        return boxes.stream().map(box -> box.and(within)).filter(box -> !box.isEmpty()).toList();
    }

    /** Where two people differ in a proxy, and no link makes them. */
    private List<Box> apart(Pair pair, UnansweredProof.Copies twice, int proxy) {
        var left = unlike(pair, twice, proxy);
        for (var made : made(pair, twice, proxy)) {
            var also = minus(left, made);
            for (int at : beside) {
                if (isAbout(made, twice, at)) {
                    // The link is about the one, and the other differs in what it is about.
                    var others = unlike(pair, twice, at);
                    for (var box : made(pair, twice, at)) {
                        others = minus(others, box);
                    }
                    for (var other : others) {
                        also.addAll(meeting(left, made.and(other)));
                    }
                }
            }
            left = also;
        }
        return left;
    }

    private boolean isAbout(Box made, UnansweredProof.Copies twice, int fact) {
        return made.set(fact).size() < space.count(fact)
                || made.set(twice.place(fact)).size() < space.count(fact);
    }

    /** Where two people differ in a fact, and each could have the other's value. */
    private List<Box> unlike(Pair pair, UnansweredProof.Copies twice, int fact) {
        int second = twice.place(fact);
        var every = space.every(fact);
        var those = facts.of(pair.fact(), pair.shielded(), fact);
        var theirs = facts.of(pair.fact(), pair.other(), fact);
        var both = twice.all().with(fact, theirs).with(second, those);
        var apart = new ArrayList<Box>();
        // Two numbers differ exactly when they differ in one of their bits.
        for (int bit = 1; bit < space.count(fact); bit <<= 1) {
            int mask = bit;
            var with = new BitSet();
            every.stream().filter(value -> (value & mask) != 0).forEach(with::set);
            var one = ClassSet.of(with);
            var none = every.minus(one);
            apart.add(both.and(twice.all().with(fact, one).with(second, none)));
            apart.add(both.and(twice.all().with(fact, none).with(second, one)));
        }
        return meeting(apart, twice.all());
    }

    /** Where a link about one of two people rules out the other's value of a fact for them. */
    private List<Box> made(Pair pair, UnansweredProof.Copies twice, int fact) {
        int second = twice.place(fact);
        var every = space.every(fact);
        var made = new ArrayList<Box>();
        for (var box : facts.direct(pair.fact(), fact)) {
            var one = fixed(box, pair.fact(), pair.shielded());
            var other = fixed(box, pair.fact(), pair.other());
            if (one.isPresent() && other.isEmpty()) {
                var there = twice.first(one.get());
                made.add(there.with(fact, every).with(second, box.set(fact)));
            } else if (other.isPresent() && one.isEmpty()) {
                var there = twice.second(other.get());
                made.add(there.with(second, every).with(fact, box.set(fact)));
            }
        }
        return made;
    }

    private static List<Box> minus(List<Box> boxes, Box other) {
        var left = new ArrayList<Box>();
        boxes.forEach(box -> left.addAll(box.minus(other)));
        return left;
    }

    /** The box without its condition on a fact, if it contains this value; otherwise empty. */
    private Optional<Box> fixed(Box box, int fact, int value) {
        return box.set(fact).contains(value)
                ? Optional.of(box.with(fact, space.every(fact)))
                : Optional.empty();
    }

    private Failure failure(
            BoxSearch search, UnansweredProof.Copies twice, Pair pair, Found found) {
        var somebody = search.find(found.region(), List.of()).orElseThrow();
        var here = twice.original(somebody).with(pair.fact(), ClassSet.of(pair.shielded()));
        var there = here.with(pair.fact(), ClassSet.of(pair.other()));
        for (int at : twice.twice()) {
            there = there.with(at, somebody.set(twice.place(at)));
        }
        var one = person(here);
        var other = person(alike(there, one, pair));
        if (pair.withheld()) {
            one = one.with(name(pair.fact()), Value.WITHHELD);
            other = other.with(name(pair.fact()), Value.WITHHELD);
        }
        var region = twice.original(found.region()).with(pair.fact(), here.set(pair.fact()));
        for (int proxy : pair.proxies()) {
            if (!here.set(proxy).equals(there.set(proxy))) {
                region = region.with(proxy, here.set(proxy));
            }
        }
        var first = one;
        var second = other;
        var differing =
                pair.proxies().stream()
                        .map(this::name)
                        .filter(name -> !first.value(name).equals(second.value(name)))
                        .map(FactName::text)
                        .toList();
        return new Failure(
                "What is linked to the shielded value "
                        + ValueText.of(sample(pair.fact(), pair.shielded()))
                        + " of "
                        + name(pair.fact())
                        + (pair.withheld()
                                ? " counts against people who withhold it: "
                                : " counts against the person: ")
                        + String.join(
                                ", ",
                                differing.isEmpty() ? List.of(name(pair.fact()).text()) : differing)
                        + ".",
                space.words(region),
                space.narrowed(region),
                List.of(new Person(one, found.left()), new Person(other, found.right())));
    }

    /** Somebody in the box who satisfies the links, by the facts that no rule reads too. */
    private Facts person(Box box) {
        return space.person(
                new BoxSearch(facts.excluded(), budget).find(box, List.of()).orElse(box));
    }

    /** The box of those in it who have what somebody has of all that the two may not differ in. */
    private Box alike(Box box, Facts one, Pair pair) {
        var point = space.point(one);
        var alike = box;
        for (int at = 0; at < point.length; at++) {
            if (at != pair.fact()
                    && facts.isRead(at)
                    && !pair.proxies().contains(at)
                    && !beside.contains(at)) {
                alike = alike.with(at, ClassSet.of(point[at]));
            }
        }
        return alike;
    }

    private FactName name(int fact) {
        return space.fact(fact).name();
    }

    private Value sample(int fact, int value) {
        return space.dimensions().get(fact).sample(value);
    }
}
