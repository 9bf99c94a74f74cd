package exeat.rules.prove.pairs;

import exeat.rules.canonical.FormFact;
import exeat.rules.reference.ReferenceFinding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Obligation 7 by trying everybody: whether a pack adds a restriction to one above it. What it says
 * of unknown facts is what decision 138 says.
 */
final class LayerOracle {

    private final People people;
    private final Judged local;
    private final Judged above;

    /** Facts that only the lower pack has. */
    private final Set<Integer> own = new TreeSet<>();

    /** Those, and facts on which nothing that the upper pack says depends. */
    private final Set<Integer> open = new TreeSet<>();

    private final boolean[] kept;
    private final Map<Long, Boolean> compared = new HashMap<>();
    private final Map<ReferenceFinding, Integer> numbers = new HashMap<>();

    LayerOracle(People people, Judged local, Judged above) {
        this.people = people;
        this.local = local;
        this.above = above;
        this.kept = new boolean[people.count()];
        for (int person = 0; person < kept.length; person++) {
            kept[person] = local.keepsLinks(person);
        }
        for (int fact = 0; fact < people.facts().size(); fact++) {
            if (!above.knows(fact)) {
                own.add(fact);
            }
            if (isAsked(fact) && !dependsAnywhere(fact)) {
                open.add(fact);
            }
        }
    }

    /** The purpose is always known. */
    private boolean isAsked(int fact) {
        return !local.form()
                .fact(people.facts().get(fact))
                .orElseThrow()
                .source()
                .equals(FormFact.PURPOSE);
    }

    Set<Integer> open() {
        return open;
    }

    private IntStream everybody() {
        return IntStream.range(0, people.count());
    }

    private boolean dependsAnywhere(int fact) {
        return everybody().anyMatch(person -> !isSettled(person, fact));
    }

    /** Whether the upper pack says of somebody the same whatever a fact is. */
    private boolean isSettled(int person, int fact) {
        int here = above.substance(person);
        return IntStream.range(0, people.values(fact).size())
                .allMatch(value -> above.substance(people.with(person, fact, value)) == here);
    }

    boolean atLeastAsGood(int person) {
        return atLeastAsGood(local.finding(person), above.finding(person));
    }

    private boolean atLeastAsGood(ReferenceFinding one, ReferenceFinding other) {
        long pair = (long) number(one) << 32 | number(other);
        return compared.computeIfAbsent(pair, _ -> one.atLeastAsGoodAs(other));
    }

    private int number(ReferenceFinding finding) {
        return numbers.computeIfAbsent(finding, _ -> numbers.size());
    }

    /** Whether everybody of whom all is known, and who keeps the links, gets at least as much. */
    boolean holdsOfWhomAllIsKnown() {
        return everybody().filter(person -> kept[person]).allMatch(this::atLeastAsGood);
    }

    /** Whether links leave out somebody who can be under the upper pack. */
    boolean leavesSomebodyOut() {
        return everybody()
                .filter(person -> own.stream().allMatch(fact -> people.at(person, fact) == 0))
                .filter(above::keepsLinks)
                .anyMatch(person -> people.like(person, own).noneMatch(one -> kept[one]));
    }

    /**
     * Whether links leave nobody at all, nobody of a purpose or with a protected value, or nobody
     * whom a pack approves.
     */
    boolean linksLeaveNobody(Judged pack) {
        return !local.form().links().isEmpty() && emptiedFor(pack);
    }

    private boolean emptiedFor(Judged pack) {
        if (everybody().noneMatch(person -> kept[person])) {
            return true;
        }
        for (int fact = 0; fact < people.facts().size(); fact++) {
            var form = local.form().fact(people.facts().get(fact)).orElseThrow();
            if (!isAsked(fact) || form.isProtected()) {
                int at = fact;
                for (int value = 0; value < people.values(fact).size(); value++) {
                    int wanted = value;
                    if (everybody().noneMatch(one -> kept[one] && people.at(one, at) == wanted)) {
                        return true;
                    }
                }
            }
        }
        return everybody().anyMatch(pack::approves)
                && everybody().noneMatch(one -> kept[one] && pack.approves(one));
    }

    /** Whether whoever leaves open what the upper pack does not ask gets what it gives. */
    boolean holdsOfWhoDoesNotAnswer() {
        var given = new HashMap<Integer, Integer>();
        var groups = new HashMap<Integer, Map<Integer, Integer>>();
        for (int person = 0; person < people.count(); person++) {
            if (!kept[person] || !above.approves(person)) {
                continue;
            }
            if (differs(given, key(person, open), person)) {
                return false;
            }
            for (int fact = 0; fact < people.facts().size(); fact++) {
                if (isAsked(fact) && !open.contains(fact) && isSettled(person, fact)) {
                    var more = new HashSet<>(open);
                    more.add(fact);
                    var group = groups.computeIfAbsent(fact, _ -> new HashMap<>());
                    if (differs(group, key(person, more), person)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private int key(int person, Set<Integer> left) {
        int key = person;
        for (int fact : left) {
            key = people.with(key, fact, 0);
        }
        return key;
    }

    private boolean differs(Map<Integer, Integer> given, int key, int person) {
        int here = local.substance(person);
        return given.merge(key, here, (one, other) -> one) != here;
    }

    /**
     * Whether nobody is asked for more while facts are unknown in both packs: for each stands the
     * first value, as either pack's own rules divide it. Of people for whom that breaks a link
     * nothing is said.
     */
    boolean holdsInTheMeantime() {
        return meantime(0, 0, 0);
    }

    private boolean meantime(int fact, int here, int there) {
        if (fact == people.facts().size()) {
            return !kept[here]
                    || !kept[there]
                    || atLeastAsGood(burden(local.finding(here)), burden(above.finding(there)));
        }
        for (int value = 0; value < people.values(fact).size(); value++) {
            if (!meantime(
                    fact + 1, people.with(here, fact, value), people.with(there, fact, value))) {
                return false;
            }
        }
        return !isAsked(fact)
                || meantime(
                        fact + 1,
                        people.with(here, fact, local.first(fact)),
                        people.with(there, fact, above.first(fact)));
    }

    /** The finding as one of a person for whom nothing stands but what is asked. */
    private static ReferenceFinding burden(ReferenceFinding finding) {
        return new ReferenceFinding(
                "refer",
                finding.why(),
                finding.purpose(),
                java.util.List.of(),
                finding.burden(),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of());
    }

    /**
     * Whether nothing is cited only for people for whom the upper pack cites a paragraph that
     * reveals what is protected, unless it is marked so too.
     *
     * @param here the paragraphs that are marked so below
     * @param there those that are above
     */
    boolean keepsPrivate(Set<String> here, Set<String> there) {
        var some = new HashSet<ProtectedOracle.Told>();
        var others = new HashSet<ProtectedOracle.Told>();
        boolean anybody = false;
        for (int person = 0; person < people.count(); person++) {
            if (kept[person]) {
                boolean isPrivate = isCited(above.finding(person), there);
                anybody |= !isPrivate;
                (isPrivate ? some : others).addAll(ProtectedOracle.Told.of(local.finding(person)));
            }
        }
        some.removeAll(others);
        return !anybody
                || some.stream()
                        .allMatch(told -> told.paragraph().filter(here::contains).isPresent());
    }

    private static boolean isCited(ReferenceFinding finding, Set<String> paragraphs) {
        return finding.grounds().stream()
                .anyMatch(ground -> ground.paragraph().filter(paragraphs::contains).isPresent());
    }

    /** What the obligation must come out as, but for what it keeps private. */
    boolean holds() {
        return holdsOfWhomAllIsKnown()
                && !leavesSomebodyOut()
                && !linksLeaveNobody(above)
                && holdsOfWhoDoesNotAnswer()
                && holdsInTheMeantime();
    }
}
