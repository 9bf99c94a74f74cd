package exeat.web.casefile;

import exeat.casework.command.Rejection;
import exeat.web.casefile.CaseActionKind.Group;
import exeat.web.casefile.CaseActionKind.OfferedTo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reader's likely actions without those that are known to be rejected, which are told with the
 * reason.
 */
public abstract class JudgedActions implements CaseActions {

    private final CaseActions likely;

    protected JudgedActions(CaseActions likely) {
        this.likely = likely;
    }

    /** Why the rules would reject it now, whatever is typed; empty if that is not known. */
    protected abstract Optional<Rejection> rejection(CaseAction action);

    /** Whether an action is not even told as one that is not possible now. */
    protected boolean isUntold(CaseAction action) {
        return false;
    }

    @Override
    public final OfferedTo reader() {
        return likely.reader();
    }

    @Override
    public final List<Group> groups() {
        return likely.groups();
    }

    @Override
    public final List<CaseAction> on(Group group) {
        return likely.on(group).stream()
                .filter(action -> !isUntold(action) && rejection(action).isEmpty())
                .toList();
    }

    @Override
    public final Map<CaseAction, Rejection> blocked() {
        var blocked = new LinkedHashMap<CaseAction, Rejection>();
        likely.all().stream()
                .filter(action -> !isUntold(action))
                .forEach(action -> rejection(action).ifPresent(why -> blocked.put(action, why)));
        return blocked;
    }

    @Override
    public final CaseActions likely() {
        return likely;
    }
}
