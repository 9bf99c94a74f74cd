package exeat.desk.cases;

import exeat.casework.Lifecycle;
import exeat.casework.command.Command;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Response;
import exeat.casework.state.CaseState;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What the rules would answer to this actor's commands on a case as it stands, so that no page
 * offers what is known to be rejected. Writes nothing and promises nothing: the desk decides again.
 */
public final class CaseOutlook {

    private final CaseState state;
    private final Context context;

    CaseOutlook(CaseState state, Context context) {
        this.state = state;
        this.context = context;
    }

    /** Why the command would be rejected; empty if it would be accepted. */
    public Optional<Rejection> rejection(Command command) {
        try {
            return switch (Lifecycle.respond(Optional.of(state), context, command)) {
                case Response.Rejected(var why) -> Optional.of(why);
                case Response.Accepted _ -> Optional.empty();
            };
        } catch (NoSuchElementException sealed) {
            // What would happen next rests on a part of the state for which this reader has no key:
            // then no check failed before it.
            return Optional.empty();
        }
    }

    /** The day on which it would be done. */
    public LocalDate today() {
        return context.today();
    }

    /**
     * The whole state, to find what a command can be about; never shown.
     *
     * @return what no reader's eyes have limited
     */
    public CaseState state() {
        return state;
    }
}
