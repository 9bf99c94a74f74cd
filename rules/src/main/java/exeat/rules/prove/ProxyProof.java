package exeat.rules.prove;

import exeat.rules.ParsedPack;
import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.ClassSet;
import exeat.rules.box.Projection;
import exeat.rules.box.SplitBudget;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Regression.Found;
import exeat.rules.prove.Regression.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * person with the shielded value must not get less. Links between single values count, through any number of facts;
 * links that order numbers do not, and a note says so.
 */
final class ProxyProof {

    private final OutcomeFunctions functions;
    private final FactSpace space;
    private final SplitBudget budget;

    /** Those who break a link, whatever the facts are that neither rules nor {@link #beside} have. */
    private final List<Box> broken;

    private final boolean[] isRead;

    /** The facts that no rule reads, and a link names beside a protected one in what it is about. */
    private final List<Integer> beside;

    /** The links that tie facts to a protected one with shielded values, through any number. */
    private final List<FactLink> tying;

    private final Set<Failure> shown = new HashSet<>();

    private ProxyProof(ParsedPack pack, List<FactLink> links, SplitBudget budget) {
        this.space = FactSpaceBuilder.of(pack.vocabulary(), List.of(pack), links);
        this.tying = links;
        this.functions = new OutcomeFunctions(pack, space);
        this.budget = budget;
        this.isRead = read();
        this.beside = beside();
        this.broken = projected(FactLinkRegions.broken(space, links));
    }

    /**
     * Proves it of every protected fact, on the condition of the links, and notes its proxies;
     * returns whether a link ties a fact that rules read to a protected one.
     */
    static boolean prove(ParsedPack pack, ProofAttempt proving) {
        var links = tying(pack);
        return !links.isEmpty() && new ProxyProof(pack, links, proving.budget()).prove(proving);
    }

    private static List<FactLink> tying(ParsedPack pack) {
        var tied = new HashSet<FactName>();
        pack.vocabulary().facts().stream()
                .filter(FactDefinition::isProtected)
                .forEach(fact -> tied.add(fact.name()));
        var tying = new LinkedHashSet<FactLink>();
        boolean more = true;
        while (more) {
            more = false;
            for (var link : pack.links()) {
                if (!tying.contains(link) && link.facts().stream().anyMatch(tied::contains)) {
                    tied.addAll(link.facts());
                    tying.add(link);
                    more = true;
                }
            }
        }
        return List.copyOf(tying);
    }

    private boolean[] read() {
        var read = new boolean[space.dimensions().size()];
        var functionsOfAll =
                Stream.concat(
                                functions.aspects().stream()
                                        .map(functions::valued)
                                        .map(own -> own.labelled(OutcomeFunctions.scale(own, own))),
                                functions.grounds().stream().map(functions::standing))
                        .toList();
        for (int at = 0; at < read.length; at++) {
            int fact = at;
            read[at] = functionsOfAll.stream().anyMatch(f -> f.reads(fact, space.count(fact)));
        }
        return read;
    }

    private List<Integer> beside() {
        var beside = new TreeSet<Integer>();
        for (var link : tying) {
            if (link instanceof FactLink.Implication one) {
                var about = one.when().keySet().stream().map(f -> space.index(f).orElseThrow());
                var facts = about.toList();
                if (facts.stream().anyMatch(at -> space.fact(at).isProtected())) {
                    facts.stream()
                            .filter(at -> !isRead[at] && !space.fact(at).isProtected())
                            .forEach(beside::add);
                }
            }
        }
        return List.copyOf(beside);
    }

    private List<Box> projected(List<Box> boxes) {
        var unread = new TreeSet<Integer>();
        for (int at = 0; at < isRead.length; at++) {
            // The protected facts stay, read or not: they are whom it is about.
            int fact = at;
            if (!isRead[at]
                    && !beside.contains(at)
                    && !space.fact(at).isProtected()
                    && boxes.stream().anyMatch(b -> b.set(fact).size() < space.count(fact))) {
                unread.add(at);
            }
        }
        if (unread.isEmpty()) {
            return boxes;
        }
        var out = new ArrayList<Box>();
        new Projection(unread, budget)
                .covered(
                        space.all(),
                        boxes,
                        region -> {
                            out.add(region);
                            return Optional.<Box>empty();
                        });
        return out;
    }

    private boolean prove(ProofAttempt proving) {
        var tied = new TreeSet<Integer>();
        for (var link : tying) {
            link.facts().stream()
                    .map(fact -> space.index(fact).orElseThrow())
                    .filter(at -> isRead[at] && !space.fact(at).isProtected())
                    .forEach(tied::add);
        }
        boolean any = false;
        for (int at = 0; at < isRead.length; at++) {
            for (var value : space.shielded(at)) {
                var proxies = proxies(at, space.classOf(at, value));
                if (!proxies.isEmpty()) {
                    any = true;
                    tied.removeAll(proxies);
                    proving.note(Failure.of(note(at, value, proxies)));
                    prove(proving, at, space.classOf(at, value), proxies);
                }
            }
        }
        if (!tied.isEmpty()) {
            var names = String.join(", ", tied.stream().map(at -> name(at).text()).toList());
            proving.note(
                    Failure.of(
                            "Not covered: links connect these facts to a protected fact only by"
                                    + " an order or through several facts together, so no single value"
                                    + " reveals it. People who differ in them were not compared: "
                                    + names
                                    + "."));
        }
        if (any || !tied.isEmpty()) {
            tying.forEach(link -> proving.assume(FactLinkRegions.sentence(link)));
        }
        return any || !tied.isEmpty();
    }

    private String note(int fact, Value value, List<Integer> proxies) {
        return "The proof treats these like "
                + ValueText.of(value)
                + " of "
                + space.fact(fact).name()
                + ", because a link reveals it from them: "
                + String.join(
                        ", ", proxies.stream().map(at -> space.fact(at).name().text()).toList())
                + ".";
    }

    /**
     * The facts that rules read of which the shielded value leaves, or only it has, some values, at
     * all or beside other facts.
     */
    private List<Integer> proxies(int fact, int shielded) {
        var proxies = new ArrayList<Integer>();
        for (int at = 0; at < isRead.length; at++) {
            if (at != fact && isRead[at] && isNamed(at)) {
                var those = of(fact, ClassSet.of(shielded), at);
                var others = of(fact, space.every(fact).minus(ClassSet.of(shielded)), at);
                if (!those.covers(others)
                        || !others.covers(those)
                        || direct(fact, at).stream().anyMatch(box -> tells(box, fact, shielded))) {
                    proxies.add(at);
                }
            }
        }
        return proxies;
    }

    /** Whether a box has the shielded value and not every other, or the other way round. */
    private boolean tells(Box box, int fact, int shielded) {
        return box.set(fact).contains(shielded)
                ? box.set(fact).size() < space.count(fact)
                : !box.set(fact).isEmpty();
    }

    /**
     * Who breaks a link that says of people with some values of the protected fact what they have
     * of another, beside further facts, which rules need not read.
     */
    private List<Box> direct(int fact, int proxy) {
        var boxes = new ArrayList<Box>();
        for (var link : tying) {
            if (link instanceof FactLink.Implication one
                    && one.when().containsKey(name(fact))) {
                var test = one.then().get(name(proxy));
                if (test != null) {
                    var then = Map.of(name(proxy), test);
                    var alone = new FactLink.Implication(one.because(), one.when(), then);
                    boxes.addAll(FactLinkRegions.broken(space, List.of(alone)));
                }
            }
        }
        return boxes;
    }

    private boolean isNamed(int fact) {
        return broken.stream().anyMatch(box -> box.set(fact).size() < space.count(fact));
    }

    /** The values of a fact that the links leave people with some values of another. */
    private ClassSet of(int fact, ClassSet values, int proxy) {
        var search = new BoxSearch(broken, budget);
        var left = new BitSet();
        for (int value = 0; value < space.count(proxy); value++) {
            var these = space.all().with(fact, values).with(proxy, ClassSet.of(value));
            left.set(value, search.find(these, List.of()).isPresent());
        }
        return ClassSet.of(left);
    }

    private void prove(ProofAttempt proving, int fact, int shielded, List<Integer> proxies) {
        for (int other = 0; other < space.count(fact); other++) {
            if (other != shielded) {
                compare(proving, new Pair(fact, shielded, other, proxies));
            }
        }
    }

    /** Somebody with the shielded value beside somebody with another, by class. */
    private record Pair(int fact, int shielded, int other, List<Integer> proxies) {}

    /**
     * All such pairs at once: each proxy stands twice, the second time for the other one, and so
     * does each fact that turns only on links.
     */
    private void compare(ProofAttempt proving, Pair pair) {
        var differing = Stream.concat(pair.proxies().stream(), beside.stream()).toList();
        var twice = new UnansweredProof.Copies(space, differing);
        var never = new ArrayList<Box>();
        for (var box : broken) {
            fixed(box, pair.fact(), pair.shielded()).map(twice::first).ifPresent(never::add);
            fixed(box, pair.fact(), pair.other()).map(twice::second).ifPresent(never::add);
        }
        pair.proxies().forEach(proxy -> never.addAll(apart(pair, twice, proxy)));
        var within = twice.all();
        for (int at : differing) {
            within = within.with(at, of(pair.fact(), ClassSet.of(pair.shielded()), at));
            var theirs = of(pair.fact(), ClassSet.of(pair.other()), at);
            within = within.with(twice.place(at), theirs);
        }
        var search = new BoxSearch(meeting(never, within), budget);
        var worse = new Regression(search, within, List.of());
        var count = space.count(pair.fact());
        var left =
                new Side(
                        functions,
                        layers -> twice.first(layers.fixed(pair.fact(), pair.shielded(), count)));
        var right =
                new Side(
                        functions,
                        layers -> twice.second(layers.fixed(pair.fact(), pair.other(), count)));
        var found = new ArrayList<Found>();
        functions.aspects().forEach(aspect -> found.addAll(worse.in(aspect, left, right)));
        functions.grounds().forEach(ground -> found.addAll(worse.in(ground, left, right)));
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

    /** Where two people differ in a fact of which both can have what the other has. */
    private List<Box> unlike(Pair pair, UnansweredProof.Copies twice, int fact) {
        int second = twice.place(fact);
        var every = space.every(fact);
        var those = of(pair.fact(), ClassSet.of(pair.shielded()), fact);
        var theirs = of(pair.fact(), ClassSet.of(pair.other()), fact);
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

    /** Where a link about one of two people rules out for them what the other has of a fact. */
    private List<Box> made(Pair pair, UnansweredProof.Copies twice, int fact) {
        int second = twice.place(fact);
        var every = space.every(fact);
        var made = new ArrayList<Box>();
        for (var box : direct(pair.fact(), fact)) {
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

    /** What of a box is left to say where the fact has this value; empty where it has not. */
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
        var one = space.person(here);
        var other = space.person(there);
        var region = twice.original(found.region()).with(pair.fact(), here.set(pair.fact()));
        for (int proxy : pair.proxies()) {
            if (!here.set(proxy).equals(there.set(proxy))) {
                region = region.with(proxy, here.set(proxy));
            }
        }
        var differing =
                pair.proxies().stream()
                        .map(this::name)
                        .filter(name -> !one.value(name).equals(other.value(name)))
                        .map(FactName::text)
                        .toList();
        return new Failure(
                "What is linked to the shielded value "
                        + ValueText.of(sample(pair.fact(), pair.shielded()))
                        + " of "
                        + name(pair.fact())
                        + " counts against the person: "
                        + String.join(
                                ", ",
                                differing.isEmpty() ? List.of(name(pair.fact()).text()) : differing)
                        + ".",
                space.words(region),
                space.narrowed(region),
                List.of(new Person(one, found.left()), new Person(other, found.right())));
    }

    private FactName name(int fact) {
        return space.fact(fact).name();
    }

    private Value sample(int fact, int value) {
        return space.dimensions().get(fact).sample(value);
    }
}
