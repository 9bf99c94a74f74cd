package exeat.rules.prove.pairs;

import exeat.rules.canonical.FormFact;
import exeat.rules.canonical.FormLink;
import exeat.rules.canonical.FormValue;
import exeat.rules.prove.Worst;
import exeat.rules.reference.ReferenceFinding;
import java.util.ArrayList;
import java.util.List;

/** Obligation 6 by trying everybody, of a pack without declared proxies. */
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

    /** Whether a link names the protected fact, so that there can be proxies of it. */
    boolean hasProxies() {
        int fact = fact();
        return fact >= 0
                && pack.form().links().stream()
                        .anyMatch(link -> names(link, people.facts().get(fact)));
    }

    private static boolean names(FormLink link, String fact) {
        return switch (link) {
            case FormLink.Implication implication ->
                    implication.when().containsKey(fact) || implication.then().containsKey(fact);
            case FormLink.Ordered order -> order.left().equals(fact) || order.right().equals(fact);
        };
    }

    boolean helps() {
        int fact = fact();
        if (fact < 0) {
            return true;
        }
        var values = people.values(fact);
        int withheld = values.indexOf(FormValue.WITHHELD);
        int shielded = values.indexOf(FormValue.of("p"));
        for (int person = 0; person < people.count(); person++) {
            var here = pack.finding(person);
            var without = pack.finding(people.with(person, fact, withheld));
            var shield = pack.finding(people.with(person, fact, shielded));
            if (!shield.atLeastAsGoodAs(here) || !here.atLeastAsGoodAs(without)) {
                return false;
            }
            var disclosed = new ArrayList<ReferenceFinding>();
            for (int value = 0; value < values.size(); value++) {
                if (value != withheld) {
                    disclosed.add(pack.finding(people.with(person, fact, value)));
                }
            }
            if (!isFair(disclosed, without)) {
                return false;
            }
        }
        return true;
    }

    /** Whether withholding gives what all disclosed values give, and as much as one as a whole. */
    private static boolean isFair(List<ReferenceFinding> disclosed, ReferenceFinding without) {
        return Worst.of(disclosed).isGivenBy(without)
                && disclosed.stream().anyMatch(without::atLeastAsGoodAs);
    }
}
