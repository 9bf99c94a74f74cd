package exeat.casework.access;

import exeat.casework.state.CaseState;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Application.Channel;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import exeat.rules.finding.ClearanceDemand;

/**
 * Whether somebody may have filed in another's name. Until a unit that establishes identity has
 * seen the person, nothing follows from the name, and few read it.
 */
public final class IdentityDoubt {

    private IdentityDoubt() {}

    /** Whether nobody has seen the traveller of an application that anybody could have filed. */
    public static boolean isOpen(CaseState state, TravellerState traveller, AuthorityTree tree) {
        return isPossible(state, traveller) && !isIdentified(traveller, tree);
    }

    /** Filed where no officer sees who files, or entered as a minor. */
    public static boolean isPossible(CaseState state, TravellerState traveller) {
        var channel = state.application().channel();
        return channel == Channel.WEB
                || channel == Channel.API
                || !traveller.traveller().guardians().isEmpty();
    }

    /** Whether a unit that establishes identity has seen the traveller. */
    public static boolean isIdentified(TravellerState traveller, AuthorityTree tree) {
        return traveller.finding().stream()
                .flatMap(finding -> finding.burden().clearances().stream())
                .anyMatch(demand -> establishes(tree, demand) && isDone(traveller, demand.name()));
    }

    public static boolean establishes(AuthorityTree tree, ClearanceDemand demand) {
        return tree.all().stream()
                .filter(unit -> unit.function().equals(demand.function()))
                .findFirst()
                .filter(unit -> unit.plays(Role.ESTABLISHES_IDENTITY))
                .isPresent();
    }

    public static boolean isDone(TravellerState traveller, String clearance) {
        return traveller.clearances().stream()
                .filter(c -> c.name().equals(clearance))
                .anyMatch(c -> !c.isOpen());
    }
}
