package exeat.casework.application;

import exeat.casework.value.Application.Channel;
import exeat.rules.authority.Authority;
import exeat.rules.authority.Role;
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
        var first = all.stream().filter(demand -> establishes(m, demand)).toList();
        boolean proved =
                !isInDoubt(m)
                        || first.stream()
                                .allMatch(d ->
                                        done.equals(Optional.of(d.name())) || isDone(m, d.name()));
        return proved ? all : first;
    }

    /** Whether a unit that establishes identity has seen the traveller. */
    static boolean isIdentified(TravellerContext m) {
        return m
                .traveller()
                .finding()
                .map(finding -> finding.burden().clearances())
                .orElse(List.of())
                .stream()
                .anyMatch(demand -> establishes(m, demand) && isDone(m, demand.name()));
    }

    /** Filed where no officer sees who files, or entered as a minor. */
    private static boolean isInDoubt(TravellerContext m) {
        var channel = m.state().application().channel();
        return channel == Channel.WEB
                || channel == Channel.API
                || !m.traveller().traveller().guardians().isEmpty();
    }

    private static boolean establishes(TravellerContext m, ClearanceDemand demand) {
        return m.tree().all().stream()
                .filter(unit -> unit.function().equals(demand.function()))
                .findFirst()
                .filter(IdentityRules::establishes)
                .isPresent();
    }

    private static boolean establishes(Authority unit) {
        return unit.plays(Role.ESTABLISHES_IDENTITY);
    }

    private static boolean isDone(TravellerContext m, String name) {
        return m.traveller().clearances().stream()
                .filter(c -> c.name().equals(name))
                .anyMatch(c -> !c.isOpen());
    }
}
