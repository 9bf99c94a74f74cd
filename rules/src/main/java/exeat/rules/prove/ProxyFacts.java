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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the links of a pack leave people with a value of a protected fact, and which facts are so
 * its proxies.
 *
 * <p>A fact that rules read is a proxy of a shielded value if people with that value have other
 * values of it than everybody else, in either direction, at all or beside other facts that a link
 * names; and, for people with another value, if a value of it that they cannot have is left to
 * people with shielded values alone.
 */
final class ProxyFacts {

    private final OutcomeFunctions functions;
    private final FactSpace space;
    private final SplitBudget budget;

    /** The links that tie facts to a protected one with shielded values, through any number. */
    private final List<FactLink> tying;

    private final boolean[] isRead;

    /**
     * The facts that no rule reads, and a link names beside a protected one in what it is about.
     */
    private final List<Integer> beside;

    /** Those who break a link, by all facts. */
    private final List<Box> excluded;

    /**
     * Those who break a link, whatever the facts are that neither rules nor {@link #beside} have.
     */
    private final List<Box> broken;

    /** The values that the links leave people, by fact, value and another fact. */
    private final Map<List<Integer>, ClassSet> left = new HashMap<>();

    private ProxyFacts(ParsedPack pack, List<FactLink> links, SplitBudget budget) {
        this.space = FactSpaceBuilder.of(pack.vocabulary(), List.of(pack), links);
        this.functions = new OutcomeFunctions(pack, space);
        this.tying = links;
        this.budget = budget;
        this.isRead = read();
        this.beside = named();
        this.excluded = FactLinkRegions.broken(space, links);
        this.broken = projected(excluded);
    }

    /** Empty if no link ties a fact to a protected one. */
    static Optional<ProxyFacts> of(ParsedPack pack, SplitBudget budget) {
        var links = tying(pack);
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProxyFacts(pack, links, budget));
    }

    /** What the rules give, by the facts that they read and that links tie to protected ones. */
    OutcomeFunctions functions() {
        return functions;
    }

    FactSpace space() {
        return space;
    }

    List<FactLink> links() {
        return tying;
    }

    List<Box> excluded() {
        return excluded;
    }

    List<Box> broken() {
        return broken;
    }

    List<Integer> beside() {
        return beside;
    }

    boolean isRead(int fact) {
        return isRead[fact];
    }

    /** The facts that rules read and links tie to protected ones, which are not among them. */
    Set<Integer> tied() {
        var tied = new TreeSet<Integer>();
        for (var link : tying) {
            link.facts().stream()
                    .map(fact -> space.index(fact).orElseThrow())
                    .filter(at -> isRead[at] && !space.fact(at).isProtected())
                    .forEach(tied::add);
        }
        return tied;
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

    private List<Integer> named() {
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
            // The protected facts stay, even if no rule reads them, because the proof is about
            // them.
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

    /** The facts that rules read and links tie to a shielded value, for people with another. */
    List<Integer> proxies(int fact, int shielded, int other) {
        var proxies = new ArrayList<Integer>();
        for (int at = 0; at < isRead.length; at++) {
            if (at != fact
                    && isRead[at]
                    && isNamed(at)
                    && (tells(fact, shielded, at) || tells(fact, shielded, other, at))) {
                proxies.add(at);
            }
        }
        return proxies;
    }

    /** Whether people with the shielded value have other values of a fact than everybody else. */
    private boolean tells(int fact, int shielded, int at) {
        var those = of(fact, shielded, at);
        var others = ClassSet.of(new BitSet());
        for (int value = 0; value < space.count(fact); value++) {
            others = value == shielded ? others : others.or(of(fact, value, at));
        }
        return !those.equals(others)
                || direct(fact, at).stream().anyMatch(box -> tells(box, fact, shielded));
    }

    /**
     * Whether a value of a fact that people with the shielded value can have, and those with the
     * other cannot, is left to nobody who discloses a value that may count against them.
     */
    private boolean tells(int fact, int shielded, int other, int at) {
        var may = new BitSet();
        space.shielded(fact).forEach(value -> may.set(space.classOf(fact, value)));
        may.set(space.classOf(fact, Value.WITHHELD));
        var alone = of(fact, shielded, at).minus(of(fact, other, at));
        return alone.stream()
                .anyMatch(value ->
                        space.every(fact).stream()
                                .filter(whose -> of(fact, whose, at).contains(value))
                                .allMatch(may::get));
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
    List<Box> direct(int fact, int proxy) {
        var boxes = new ArrayList<Box>();
        for (var link : tying) {
            if (link instanceof FactLink.Implication one && one.when().containsKey(name(fact))) {
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

    /** The values of a fact that the links leave people with a value of another. */
    ClassSet of(int fact, int value, int at) {
        return left.computeIfAbsent(List.of(fact, value, at), _ -> left(fact, value, at));
    }

    private ClassSet left(int fact, int value, int at) {
        var search = new BoxSearch(broken, budget);
        var left = new BitSet();
        for (int one = 0; one < space.count(at); one++) {
            var these = space.all().with(fact, ClassSet.of(value)).with(at, ClassSet.of(one));
            left.set(one, search.find(these, List.of()).isPresent());
        }
        return ClassSet.of(left);
    }

    private FactName name(int fact) {
        return space.fact(fact).name();
    }
}
