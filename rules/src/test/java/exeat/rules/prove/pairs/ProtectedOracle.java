package exeat.rules.prove.pairs;

import exeat.rules.canonical.FormFact;
import exeat.rules.canonical.FormLink;
import exeat.rules.canonical.FormValue;
import exeat.rules.prove.Worst;
import exeat.rules.reference.ReferenceFinding;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Obligation 6 by trying everybody. */
final class ProtectedOracle {

    private final People people;
    private final Judged pack;

    ProtectedOracle(People people, Judged pack) {
        this.people = people;
        this.pack = pack;
    }

    /** The protected fact, or -1. */
    private int fact() {
        return people.facts().stream()
                .filter(name -> pack.form().fact(name).filter(FormFact::isProtected).isPresent())
                .findFirst()
                .map(people.facts()::indexOf)
                .orElse(-1);
    }

    /** The values that the fact shields; all but withholding, where it shields none. */
    private IntStream shielded(int fact) {
        var values = people.values(fact);
        var named = pack.form().fact(people.facts().get(fact)).orElseThrow().shielded();
        return IntStream.range(0, values.size())
                .filter(at ->
                        named.isEmpty()
                                ? !values.get(at).equals(FormValue.WITHHELD)
                                : named.contains(values.get(at)));
    }

    boolean helps() {
        int fact = fact();
        if (fact < 0) {
            return true;
        }
        int withheld = people.values(fact).indexOf(FormValue.WITHHELD);
        var tying = tying(people.facts().get(fact));
        IntPredicate keeps =
                tying.isEmpty() ? _ -> true : proxies(fact, withheld, tying)::keepsLinks;
        for (int person = 0; person < people.count(); person++) {
            var here = pack.finding(person);
            var without = pack.finding(people.with(person, fact, withheld));
            int somebody = person;
            boolean isShielded =
                    shielded(fact)
                            .mapToObj(value -> pack.finding(people.with(somebody, fact, value)))
                            .allMatch(shield -> shield.atLeastAsGoodAs(here));
            if (!isShielded || !here.atLeastAsGoodAs(without)) {
                return false;
            }
            if (!isFair(disclosed(fact, person, keeps), without)) {
                return false;
            }
        }
        return true;
    }

    /** What somebody gets by each value that links leave them to disclose, or if none, by each. */
    private List<ReferenceFinding> disclosed(int fact, int person, IntPredicate keeps) {
        int withheld = people.values(fact).indexOf(FormValue.WITHHELD);
        var each =
                IntStream.range(0, people.values(fact).size())
                        .filter(value -> value != withheld)
                        .map(value -> people.with(person, fact, value))
                        .toArray();
        var left = IntStream.of(each).filter(keeps).toArray();
        return IntStream.of(left.length == 0 ? each : left).mapToObj(pack::finding).toList();
    }

    /** Whether withholding gives what all disclosed values give, and as much as one as a whole. */
    private static boolean isFair(List<ReferenceFinding> disclosed, ReferenceFinding without) {
        return Worst.of(disclosed).isGivenBy(without)
                && disclosed.stream().anyMatch(without::atLeastAsGoodAs);
    }

    /**
     * Whether nothing is cited only for people who disclosed a protected value but what says so.
     *
     * @param revealing the paragraphs that are marked to reveal what is protected
     */
    boolean keepsPrivate(Set<String> revealing) {
        int fact = fact();
        if (fact < 0) {
            return true;
        }
        int withheld = people.values(fact).indexOf(FormValue.WITHHELD);
        return cited(pack, person -> people.at(person, fact) != withheld).stream()
                .allMatch(told -> told.paragraph().filter(revealing::contains).isPresent());
    }

    /** What is cited for somebody, and for nobody but people that are meant. */
    private Set<Told> cited(Judged of, IntPredicate meant) {
        var some = new HashSet<Told>();
        var others = new HashSet<Told>();
        for (int person = 0; person < people.count(); person++) {
            (meant.test(person) ? some : others).addAll(Told.of(of.finding(person)));
        }
        some.removeAll(others);
        return some;
    }

    /** What somebody is told of a rule. */
    record Told(Optional<String> paragraph, Optional<String> route) {
        static Set<Told> of(ReferenceFinding finding) {
            return finding.grounds().stream()
                    .filter(ground -> ground.paragraph().filter("1"::equals).isPresent())
                    .map(ground -> new Told(ground.paragraph(), ground.route()))
                    .collect(Collectors.toSet());
        }
    }

    // Proxies: decision 138.

    /**
     * Whether whoever has the shielded value comes out no worse than others who keep the links and
     * differ from them in the protected fact, and in what links make differ with it, alone.
     */
    boolean proxiesHelp() {
        int fact = fact();
        var tying = fact < 0 ? List.<FormLink.Implication>of() : tying(people.facts().get(fact));
        if (tying.isEmpty()) {
            return true;
        }
        return shielded(fact)
                .allMatch(shielded -> helps(proxies(fact, shielded, tying), fact, shielded));
    }

    private Proxies proxies(int fact, int shielded, List<FormLink.Implication> tying) {
        return new Proxies(people, pack, fact, shielded, shielded(fact).boxed().toList(), tying);
    }

    private boolean helps(Proxies proxies, int fact, int shielded) {
        return proxies.everybody()
                .filter(person -> people.at(person, fact) == shielded)
                .allMatch(person ->
                        proxies.comparedWith(person)
                                .allMatch(other -> isNoWorse(fact, person, other)));
    }

    /** Whether somebody gets no less than another, nor where both withhold the fact. */
    private boolean isNoWorse(int fact, int person, int other) {
        int withheld = people.values(fact).indexOf(FormValue.WITHHELD);
        return pack.finding(person).atLeastAsGoodAs(pack.finding(other))
                && (people.at(other, fact) == withheld
                        || pack.finding(people.with(person, fact, withheld))
                                .atLeastAsGoodAs(pack.finding(people.with(other, fact, withheld))));
    }

    /**
     * The links that tie facts to the protected one, through any number; those of orders do not.
     */
    private List<FormLink.Implication> tying(String fact) {
        var tied = new HashSet<>(Set.of(fact));
        var tying = new LinkedHashSet<FormLink>();
        boolean more = true;
        while (more) {
            more = false;
            for (var link : pack.form().links()) {
                if (!tying.contains(link) && !Collections.disjoint(facts(link), tied)) {
                    tied.addAll(facts(link));
                    more = tying.add(link);
                }
            }
        }
        return tying.stream()
                .filter(FormLink.Implication.class::isInstance)
                .map(FormLink.Implication.class::cast)
                .toList();
    }

    private static Set<String> facts(FormLink link) {
        return switch (link) {
            case FormLink.Implication one -> {
                var facts = new HashSet<>(one.when().keySet());
                facts.addAll(one.then().keySet());
                yield facts;
            }
            case FormLink.Ordered order -> Set.of(order.left(), order.right());
        };
    }
}
