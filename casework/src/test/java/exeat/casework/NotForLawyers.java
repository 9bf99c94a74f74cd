package exeat.casework;

import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.command.Context;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.State;
import java.util.Optional;

/** What an officer does in any test, a lawyer in their place may not do. */
final class NotForLawyers {

    private NotForLawyers() {}

    static void check(Optional<State> before, Context context, Command command) {
        if (context.actor() instanceof Actor.Officer officer
                && !officer.lawyer()
                && !(command instanceof TravellerCommand.ClaimForAnother)) {
            var lawyer =
                    new Actor.Officer(officer.id(), officer.unit(), officer.function(), true, true);
            var instead =
                    new Context(
                            context.now(),
                            context.directive(),
                            lawyer,
                            context.briefed(),
                            context.paperNumber(),
                            context.force());
            if (!(Lifecycle.respond(before, instead, command) instanceof Response.Rejected)) {
                throw new AssertionError("a lawyer may " + command);
            }
        }
    }
}
