package exeat.casework.decide;

import exeat.casework.command.Actor;
import exeat.casework.command.Context;
import exeat.casework.command.DirectiveContext;
import exeat.casework.state.CaseState;
import exeat.casework.state.TravellerState;
import exeat.rules.Directive;
import exeat.rules.finding.Finding;
import java.util.Optional;
import java.util.Set;

/** What another version of the directive would say; changes nothing. */
public final class Reevaluation {

    private Reevaluation() {}

    /**
     * Decides a traveller's facts, as they stand now, under a version.
     *
     * @return empty where the version does not allow a value that the traveller has
     */
    public static Optional<Finding> decide(
            CaseState state, TravellerState traveller, Directive version) {
        var context =
                new Context(
                        state.received(),
                        version,
                        new Actor.Clock(),
                        Set.of(),
                        "",
                        DirectiveContext.of(version));
        var applied = state.received().atZone(version.vocabulary().zone()).toLocalDate();
        var facts = CaseFacts.of(context, traveller.traveller(), traveller.facts(), applied);
        var read = facts.only(version.vocabulary().byName().keySet());
        return version.vocabulary().problems(read).isEmpty()
                ? Optional.of(version.decide(read))
                : Optional.empty();
    }
}
