package exeat.rules.prove;

import exeat.rules.ParsedPack;
import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.ClassSet;
import exeat.rules.box.DecisionList;
import exeat.rules.box.Projection;
import exeat.rules.box.SplitBudget;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The part of obligation 6 on declared proxies: a fact from whose value the pack's own links let a
 * shielded value of a protected fact be told, or ruled out.
 *
 * <p>Two people are compared who differ in the protected fact and, of its proxies, in those alone
 * that a link makes differ: what one has of such a proxy, nobody with the other's protected value
 * can have. Whoever has the shielded value must not come out worse. Links between single values
 * count, through any number of facts; links that put numbers in order do not.
 */
final class ProxyProof {

    private final OutcomeFunctions functions;
    private final FactSpace space;
    private final SplitBudget budget;

    /** Those who break a link, whatever the facts are that no rule reads. */
    private final List<Box> broken;

    private final boolean[] isRead;

    private ProxyProof(ParsedPack pack, List<FactLink> links, SplitBudget budget) {
        this.space = FactSpaceBuilder.of(pack.vocabulary(), List.of(pack), links);
        this.functions = new OutcomeFunctions(pack, space);
        this.budget = budget;
        this.isRead = read();
        this.broken = projected(FactLinkRegions.broken(space, links));
    }

    /** Proves it of every protected fact, and notes its proxies; returns whether there are any. */
    static boolean prove(ParsedPack pack, ProofAttempt proving) {
        var links = pack.links().stream().filter(FactLink.Implication.class::isInstance).toList();
        if (links.isEmpty()) {
            return false;
        }
        return new ProxyProof(pack, links, proving.budget()).prove(proving);
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

    private List<Box> projected(List<Box> boxes) {
        var unread = new TreeSet<Integer>();
        for (int at = 0; at < isRead.length; at++) {
            // The protected facts stay, read or not: they are whom it is about.
            if (!isRead[at] && !space.fact(at).isProtected()) {
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
        boolean any = false;
        for (int at = 0; at < isRead.length; at++) {
            for (var value : space.fact(at).shielded()) {
                var proxies = proxies(at, space.classOf(at, value));
                if (!proxies.isEmpty()) {
                    any = true;
                    proving.note(Failure.of(note(at, value, proxies)));
                    prove(proving, at, space.classOf(at, value), proxies);
                }
            }
        }
        return any;
    }

    private String note(int fact, Value value, List<Integer> proxies) {
        return "Held to it like "
                + ValueText.of(value)
                + " of "
                + space.fact(fact).name()
                + ", since a link lets that be told from it: "
                + String.join(
                        ", ", proxies.stream().map(at -> space.fact(at).name().text()).toList())
                + ".";
    }

    /**
     * The facts that rules read of which the shielded value leaves, or only it has, some values.
     */
    private List<Integer> proxies(int fact, int shielded) {
        var proxies = new ArrayList<Integer>();
        for (int at = 0; at < isRead.length; at++) {
            if (at != fact && isRead[at] && isNamed(at)) {
                var those = of(fact, ClassSet.of(shielded), at);
                var others = of(fact, space.every(fact).minus(ClassSet.of(shielded)), at);
                if (!those.covers(others) || !others.covers(those)) {
                    proxies.add(at);
                }
            }
        }
        return proxies;
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
        var those = new TreeMap<Integer, ClassSet>();
        proxies.forEach(at -> those.put(at, of(fact, ClassSet.of(shielded), at)));
        for (int other = 0; other < space.count(fact); other++) {
            if (other == shielded) {
                continue;
            }
            int value = other;
            var theirs = new TreeMap<Integer, ClassSet>();
            proxies.forEach(at -> theirs.put(at, of(fact, ClassSet.of(value), at)));
            var pair = new Pair(fact, shielded, value, those, theirs);
            for (int choice = 1; choice < 1 << proxies.size(); choice++) {
                int chosen = choice;
                var changed =
                        IntStream.range(0, proxies.size())
                                .filter(at -> (chosen >> at & 1) == 1)
                                .mapToObj(proxies::get)
                                .toList();
                changes(proving, pair, changed, new TreeMap<>());
            }
        }
    }

    /**
     * Somebody with the shielded value beside somebody with another.
     *
     * @param those by proxy, what the links leave the first
     * @param theirs likewise the second
     */
    private record Pair(
            int fact,
            int shielded,
            int other,
            Map<Integer, ClassSet> those,
            Map<Integer, ClassSet> theirs) {

        /** What the first may have of a proxy of which the second has this, and has to differ. */
        ClassSet beside(int proxy, int theirValue) {
            var own = set(those, proxy).minus(ClassSet.of(theirValue));
            return set(those, proxy).contains(theirValue) ? own.minus(set(theirs, proxy)) : own;
        }

        static ClassSet set(Map<Integer, ClassSet> sets, int proxy) {
            return sets.getOrDefault(proxy, ClassSet.EMPTY);
        }
    }

    /** Tries every value that the other may have of the proxies that differ. */
    private void changes(
            ProofAttempt proving, Pair pair, List<Integer> left, Map<Integer, Integer> values) {
        if (left.isEmpty()) {
            compare(proving, pair, values);
            return;
        }
        int proxy = left.getFirst();
        for (int value : Pair.set(pair.theirs(), proxy).stream().toArray()) {
            if (!pair.beside(proxy, value).isEmpty()) {
                var more = new TreeMap<>(values);
                more.put(proxy, value);
                changes(proving, pair, left.subList(1, left.size()), more);
            }
        }
    }

    private void compare(ProofAttempt proving, Pair pair, Map<Integer, Integer> values) {
        var within = space.all();
        for (var change : values.entrySet()) {
            within = within.with(change.getKey(), pair.beside(change.getKey(), change.getValue()));
        }
        var never = new ArrayList<Box>();
        for (var box : broken) {
            fixed(box, Map.of(pair.fact(), pair.shielded())).ifPresent(never::add);
            var other = new TreeMap<>(values);
            other.put(pair.fact(), pair.other());
            fixed(box, other).ifPresent(never::add);
        }
        var search = new BoxSearch(never, budget);
        var worse = new Regression(search, within, List.of());
        var left = Side.fixed(functions, pair.fact(), pair.shielded());
        var right =
                new Side(
                        functions,
                        layers ->
                                fixed(
                                        layers.fixed(
                                                pair.fact(),
                                                pair.other(),
                                                space.count(pair.fact())),
                                        values));
        var found = new ArrayList<Found>();
        functions.aspects().forEach(aspect -> found.addAll(worse.in(aspect, left, right)));
        functions.grounds().forEach(ground -> found.addAll(worse.in(ground, left, right)));
        found.forEach(one -> proving.fail(() -> failure(search, pair, values, one)));
    }

    private DecisionList fixed(DecisionList layers, Map<Integer, Integer> values) {
        var fixed = layers;
        for (var value : values.entrySet()) {
            fixed = fixed.fixed(value.getKey(), value.getValue(), space.count(value.getKey()));
        }
        return fixed;
    }

    /**
     * What of a box is left to say where these facts have these values; empty where it has none.
     */
    private Optional<Box> fixed(Box box, Map<Integer, Integer> values) {
        var fixed = box;
        for (var value : values.entrySet()) {
            if (!box.set(value.getKey()).contains(value.getValue())) {
                return Optional.empty();
            }
            fixed = fixed.with(value.getKey(), space.every(value.getKey()));
        }
        return Optional.of(fixed);
    }

    private Failure failure(
            BoxSearch search, Pair pair, Map<Integer, Integer> values, Found found) {
        var shielded = ClassSet.of(pair.shielded());
        var somebody =
                search.find(found.region(), List.of()).orElseThrow().with(pair.fact(), shielded);
        var one = space.person(somebody);
        var other = one.with(name(pair.fact()), sample(pair.fact(), pair.other()));
        for (var change : values.entrySet()) {
            other = other.with(name(change.getKey()), sample(change.getKey(), change.getValue()));
        }
        var region = found.region().with(pair.fact(), shielded);
        var proxies = values.keySet().stream().map(at -> name(at).text()).toList();
        return new Failure(
                "What goes with the shielded value "
                        + ValueText.of(sample(pair.fact(), pair.shielded()))
                        + " of "
                        + name(pair.fact())
                        + " counts against the person: "
                        + String.join(", ", proxies)
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
