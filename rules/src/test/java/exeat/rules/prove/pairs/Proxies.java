package exeat.rules.prove.pairs;

import exeat.rules.canonical.FormDecision.Rule;
import exeat.rules.canonical.FormLink;
import exeat.rules.canonical.FormRules;
import exeat.rules.canonical.FormTest;
import exeat.rules.canonical.FormValue;
import exeat.rules.reference.Judge;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The facts that links let a protected value be told from, and whom that makes comparable. */
final class Proxies {

    private final People people;
    private final int fact;
    private final List<FormLink.Implication> links;

    /** Facts that no rule tests: what they are is left open, but for the protected one. */
    private final Set<Integer> unread;

    /** Those of them that links are about, beside the protected one: two people have their own. */
    private final Set<Integer> beside;

    /** By value of the protected one that another has, what may differ in the two. */
    private final Map<Integer, Set<Integer>> proxies = new HashMap<>();

    private final int shielded;
    private final List<Integer> allShielded;

    /** By fact and value of the protected one, what the links leave people of the fact. */
    private final Map<List<Integer>, BitSet> left = new HashMap<>();

    /** Of people whose unread facts are the first: whether some others keep the links. */
    private final BitSet kept = new BitSet();

    /**
     * @param fact the protected one
     * @param shielded the value that others are compared with
     * @param allShielded that value and the others that may not count against anybody
     * @param links that tie facts to it
     */
    Proxies(
            People people,
            Judged pack,
            int fact,
            int shielded,
            List<Integer> allShielded,
            List<FormLink.Implication> links) {
        this.shielded = shielded;
        this.allShielded = allShielded;
        this.people = people;
        this.fact = fact;
        this.links = links;
        var tested = tested(pack.form());
        this.unread =
                IntStream.range(0, people.facts().size())
                        .filter(at -> at != fact && !tested.contains(people.facts().get(at)))
                        .boxed()
                        .collect(Collectors.toSet());
        this.beside =
                unread.stream()
                        .filter(at -> links.stream().anyMatch(link -> isAbout(link, at)))
                        .collect(Collectors.toSet());
        IntStream.range(0, people.count())
                .filter(person -> links.stream().allMatch(link -> keeps(link, person)))
                .forEach(person -> kept.set(plain(person)));
        IntStream.range(0, people.values(fact).size())
                .filter(other -> other != shielded)
                .forEach(other -> proxies.put(other, proxies(other)));
    }

    private Set<Integer> proxies(int other) {
        return IntStream.range(0, people.facts().size())
                .filter(at -> at != fact && !unread.contains(at))
                .filter(at -> isProxy(at) || isLeftToShielded(at, other))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether some value that the one can have, and the other not, tells that one is shielded. */
    private boolean isLeftToShielded(int at, int other) {
        var alone = (BitSet) values(at, shielded).clone();
        alone.andNot(values(at, other));
        int withheld = people.values(fact).indexOf(FormValue.WITHHELD);
        return alone.stream()
                .anyMatch(value ->
                        IntStream.range(0, people.values(fact).size())
                                .filter(whose -> values(at, whose).get(value))
                                .allMatch(
                                        whose -> whose == withheld || allShielded.contains(whose)));
    }

    /** Whether somebody keeps the links, with some values of what no rule tests. */
    boolean keepsLinks(int person) {
        return kept.get(plain(person));
    }

    /**
     * The facts that rules test; of what can be set aside, those that somebody meets together with
     * a route to which it applies.
     */
    private Set<String> tested(FormRules form) {
        var routes = form.decision(FormRules.ROUTE).orElseThrow().rules();
        return form.decisions().stream()
                .flatMap(decision ->
                        decision.rules().stream()
                                .filter(rule ->
                                        !decision.name().equals(FormRules.SET_ASIDE)
                                                || routes.stream()
                                                        .anyMatch(route -> applies(rule, route))))
                .flatMap(rule -> rule.when().keySet().stream())
                .collect(Collectors.toSet());
    }

    private boolean applies(Rule aside, Rule route) {
        return route.text("outcome").filter("approve in general"::equals).isPresent()
                && route.text("route").equals(aside.text("route"))
                && IntStream.range(0, people.count())
                        .mapToObj(people::facts)
                        .anyMatch(somebody ->
                                Judge.passes(aside.when(), somebody)
                                        && Judge.passes(route.when(), somebody));
    }

    private boolean isAbout(FormLink.Implication link, int at) {
        return link.when().containsKey(people.facts().get(fact))
                && link.when().containsKey(people.facts().get(at));
    }

    private int plain(int person) {
        int same = person;
        for (int at : unread) {
            same = beside.contains(at) ? same : people.with(same, at, 0);
        }
        return same;
    }

    private boolean keeps(FormLink.Implication link, int person) {
        var facts = people.facts(person);
        return !Judge.passes(link.when(), facts) || Judge.passes(link.then(), facts);
    }

    /** Everybody who can be, one for all who differ in what no rule tests. */
    IntStream everybody() {
        return kept.stream();
    }

    private boolean isProxy(int at) {
        var those = values(at, shielded);
        var others = new BitSet();
        for (int value = 0; value < people.values(fact).size(); value++) {
            if (value != shielded) {
                others.or(values(at, value));
            }
        }
        boolean told =
                links.stream()
                        .filter(link -> isDirect(link, at))
                        .anyMatch(link ->
                                IntStream.range(0, people.values(fact).size())
                                        .anyMatch(value ->
                                                isMeant(link, value) != isMeant(link, shielded)));
        return !those.equals(others) || told;
    }

    /** The values of a fact that the links leave people with a value of the protected one. */
    private BitSet values(int at, int value) {
        return left.computeIfAbsent(
                List.of(at, value),
                _ -> {
                    var values = new BitSet();
                    everybody()
                            .filter(person -> people.at(person, fact) == value)
                            .forEach(person -> values.set(people.at(person, at)));
                    return values;
                });
    }

    /** It says of people with some protected values, perhaps beside other facts, what they have. */
    private boolean isDirect(FormLink.Implication link, int at) {
        return link.when().containsKey(people.facts().get(fact))
                && link.then().containsKey(people.facts().get(at));
    }

    private boolean isMeant(FormLink.Implication link, int value) {
        return meets(link.when(), people.facts().get(fact), people.values(fact).get(value));
    }

    private static boolean meets(Map<String, FormTest> tests, String name, FormValue value) {
        var test = tests.get(name);
        return test == null || Judge.passes(Map.of(name, test), Map.of(name, value));
    }

    /**
     * Those with another value of the protected fact who differ from somebody in it, in proxies
     * that links make differ, and in what no rule tests, alone.
     */
    IntStream comparedWith(int person) {
        return proxies.entrySet().stream()
                .flatMapToInt(of -> comparedWith(person, of.getKey(), of.getValue()));
    }

    private IntStream comparedWith(int person, int value, Set<Integer> proxies) {
        var differing = new TreeSet<>(proxies);
        differing.addAll(beside);
        return people.like(people.with(person, fact, value), differing)
                .filter(kept::get)
                .filter(other ->
                        proxies.stream()
                                .filter(at -> people.at(other, at) != people.at(person, at))
                                .allMatch(at -> isMade(person, other, at)));
    }

    /** Whether a link makes two people differ in a proxy. */
    private boolean isMade(int one, int other, int at) {
        return isOutside(one, other, at)
                || making(one, other, at)
                        .anyMatch(link ->
                                beside.stream()
                                        .filter(more -> isAbout(link, more))
                                        .allMatch(more -> isLike(one, other, more)));
    }

    /** Whether two people have one value of a fact, or a link rules out one's for the other. */
    private boolean isLike(int one, int other, int at) {
        return people.at(one, at) == people.at(other, at)
                || isOutside(one, other, at)
                || making(one, other, at).findAny().isPresent();
    }

    /** Whether nobody with the protected value of one of two people has the other's of a fact. */
    private boolean isOutside(int one, int other, int at) {
        return !values(at, people.at(one, fact)).get(people.at(other, at))
                || !values(at, people.at(other, fact)).get(people.at(one, at));
    }

    private Stream<FormLink.Implication> making(int one, int other, int at) {
        return links.stream()
                .filter(link -> isDirect(link, at))
                .filter(link -> tells(link, one, other, at) || tells(link, other, one, at));
    }

    /** Whether a link that is about the first alone rules out for them what the second has. */
    private boolean tells(FormLink.Implication link, int first, int second, int at) {
        var name = people.facts().get(at);
        return isMeant(link, people.at(first, fact))
                && !isMeant(link, people.at(second, fact))
                && Judge.passes(link.when(), people.facts(first))
                && !meets(link.then(), name, people.values(at).get(people.at(second, at)));
    }
}
