package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The facts that can be left open under a directive without effect, found by trying every value.
 */
final class OpenFacts {

    /** Names in a key the fact that is left out of it. */
    private static final FactName ASKED = new FactName("asked");

    private final Directive local;
    private final Set<FactName> open;
    private final Map<Facts, Set<FactName>> settled;

    /** By known facts, the local substances of all completions. */
    private final Map<Facts, Set<Object>> given = new HashMap<>();

    OpenFacts(Directive local, Directive above) {
        this.local = local;
        this.open = open(local, above);
        this.settled = settled(above);
    }

    /** Counts one completion of somebody's facts that keeps the links. */
    void completed(Facts person, Facts completion) {
        var found = substance(local, completion);
        add(without(completion, open), found);
        for (var fact : settled.getOrDefault(person, Set.of())) {
            var known = without(without(completion, open), Set.of(fact));
            add(known.with(ASKED, Value.of(fact.text())), found);
        }
    }

    private void add(Facts known, Object found) {
        given.computeIfAbsent(known, k -> new HashSet<>()).add(found);
    }

    /** Whether leaving open facts that the directive above does not ask changes nothing. */
    boolean allAgree() {
        return given.values().stream().allMatch(all -> all.size() == 1);
    }

    /** The local facts, and those on which nothing that the directive above says depends. */
    private static Set<FactName> open(Directive local, Directive above) {
        var open = new HashSet<FactName>();
        local.vocabulary().facts().forEach(fact -> open.add(fact.name()));
        for (var fact : above.vocabulary().facts()) {
            var bySome = new HashMap<Facts, Set<Object>>();
            ProofOracleTest.points(above.vocabulary())
                    .forEach(person ->
                            bySome.computeIfAbsent(
                                            without(person, Set.of(fact.name())),
                                            k -> new HashSet<>())
                                    .add(substance(above, person)));
            if (bySome.values().stream().anyMatch(all -> all.size() > 1)) {
                open.remove(fact.name());
            }
        }
        return open;
    }

    /** By person, the facts that the directive above does not ask of them, one at a time. */
    private static Map<Facts, Set<FactName>> settled(Directive above) {
        var settled = new HashMap<Facts, Set<FactName>>();
        for (var fact : above.vocabulary().facts()) {
            var bySome = new HashMap<Facts, Set<Object>>();
            for (var person : ProofOracleTest.points(above.vocabulary())) {
                bySome.computeIfAbsent(without(person, Set.of(fact.name())), k -> new HashSet<>())
                        .add(substance(above, person));
            }
            for (var person : ProofOracleTest.points(above.vocabulary())) {
                if (bySome.getOrDefault(without(person, Set.of(fact.name())), Set.of()).size()
                        == 1) {
                    settled.computeIfAbsent(person, k -> new HashSet<>()).add(fact.name());
                }
            }
        }
        return settled;
    }

    private static Object substance(Directive directive, Facts facts) {
        return directive
                .answers()
                .of(directive.matcher().possible(directive.matcher().classes(facts)))
                .substance();
    }

    private static Facts without(Facts facts, Set<FactName> some) {
        var known = new java.util.TreeMap<>(facts.values());
        known.keySet().removeAll(some);
        return new Facts(known);
    }
}
