package exeat.web.casefile;

import exeat.web.casefile.CaseActionKind.Group;
import exeat.web.casefile.CaseActionKind.Reader;
import java.util.List;
import java.util.Optional;

/** What one reader can do for one traveller, or for a case, now. */
public interface CaseActions {

    /** For who may read and do nothing. */
    CaseActions NONE =
            new CaseActions() {
                @Override
                public Reader reader() {
                    return Reader.OFFICER;
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

    /** As whom they read; they are offered nothing that is not for such a reader. */
    Reader reader();

    /** What they can do something about, in the order of the page. */
    List<Group> groups();

    /** What they can do about it now. */
    List<CaseAction> on(Group group);

    /** Everything that they can do, in the order of the page. */
    default List<CaseAction> all() {
        return groups().stream().flatMap(group -> on(group).stream()).toList();
    }

    /** One of them; empty if it is not on offer to them now. */
    default Optional<CaseAction> find(CaseActionKind kind, String target) {
        return kind.readers().contains(reader()) && groups().contains(kind.group())
                ? on(kind.group()).stream()
                        .filter(action -> action.kind() == kind && action.target().equals(target))
                        .findFirst()
                : Optional.empty();
    }
}
