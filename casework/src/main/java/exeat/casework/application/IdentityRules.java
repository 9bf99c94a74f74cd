package exeat.casework.application;

import exeat.casework.access.IdentityDoubt;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody is, and how old, is only said until a unit that establishes identity has seen them:
 * anybody can file in another's name where no officer sees who files, and anybody can call an adult
 * a minor whose guardian they are. Until then no other unit gets to know of them.
 */
final class IdentityRules {

    private IdentityRules() {}

    /**
     * The clearances that a finding calls for now: those that establish identity; the others as
     * well where that is done, or was never in doubt.
     *
     * @param done a clearance that is being completed; empty where none is
     */
    static List<ClearanceDemand> due(TravellerContext m, Finding finding, Optional<String> done) {
        var all = finding.burden().clearances();
        var first =
                all.stream().filter(demand -> IdentityDoubt.establishes(m.tree(), demand)).toList();
        boolean proved =
                !IdentityDoubt.isPossible(m.state(), m.traveller())
                        || first.stream()
                                .allMatch(d ->
                                        done.equals(Optional.of(d.name()))
                                                || IdentityDoubt.isDone(m.traveller(), d.name()));
        return proved ? all : first;
    }

    /** Whether a unit that establishes identity has seen the traveller. */
    static boolean isIdentified(TravellerContext m) {
        return IdentityDoubt.isIdentified(m.traveller(), m.tree());
    }
}
