package exeat.web.casefile;

import exeat.casework.command.Rejection;
import exeat.web.casefile.CaseActionKind.Group;
import exeat.web.casefile.CaseActionKind.OfferedTo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions that a reader can take on a traveller, or on a case, now. */
public interface CaseActions {

    /** No actions, for readers who may only read. */
    CaseActions NONE =
            new CaseActions() {
                @Override
                public OfferedTo reader() {
                    return OfferedTo.OFFICER;
                }

                @Override
                public List<Group> groups() {
                    return List.of();
                }

                @Override
                public List<CaseAction> on(Group group) {
                    return List.of();
                }
            };

    /** The kind of reader; they are offered only actions for that kind. */
    OfferedTo reader();

    /** The groups with available actions, in page order. */
    List<Group> groups();

    /** The actions of a group that are available now. */
    List<CaseAction> on(Group group);

    /** All available actions, in page order. */
    default List<CaseAction> all() {
        return groups().stream().flatMap(group -> on(group).stream()).toList();
    }

    /** Actions that this reader would have, and why the rules would reject each of them now. */
    default Map<CaseAction, Rejection> blocked() {
        return Map.of();
    }

    /** The actions that this reader would have, whether or not the rules would accept them now. */
    default CaseActions likely() {
        return this;
    }

    /** One action; empty if it is not available to this reader now. */
    default Optional<CaseAction> find(CaseActionKind kind, String target) {
        return kind.readers().contains(reader()) && groups().contains(kind.group())
                ? on(kind.group()).stream()
                        .filter(action -> action.kind() == kind && action.target().equals(target))
                        .findFirst()
                : Optional.empty();
    }
}
