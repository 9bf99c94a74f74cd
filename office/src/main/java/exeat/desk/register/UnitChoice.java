package exeat.desk.register;

import exeat.casework.state.VersionHistory;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which directive is meant where a unit stands in the trees of several. */
final class UnitChoice {

    private UnitChoice() {}

    /** Those of them that were put in force; all of them where none was. */
    static List<Directive> putInForce(
            List<Directive> directives, Map<String, VersionHistory> inForce) {
        var put = directives.stream().filter(d -> inForce.containsKey(d.ref().id())).toList();
        return put.isEmpty() ? directives : put;
    }

    /** The only one of these that has the unit; see {@link DirectiveRegister#covering}. */
    static Directive only(List<Directive> directives, AuthorityId unit, Optional<String> named) {
        var found =
                directives.stream().filter(d -> d.authorities().find(unit).isPresent()).toList();
        if (found.isEmpty()) {
            throw new OfficeException(
                    Code.NOT_FOUND,
                    named.map(id -> "the directive %s has no unit %s".formatted(id, unit))
                            .orElse("no directive here has a unit " + unit));
        }
        if (found.size() > 1) {
            var ids = found.stream().map(d -> d.ref().id()).collect(Collectors.joining(", "));
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "several directives have the unit %s; name one of: %s".formatted(unit, ids));
        }
        return found.getFirst();
    }
}
