package exeat.casework.command;

import exeat.rules.Directive;
import exeat.rules.document.DirectiveRef;
import java.util.List;
import java.util.Set;

/**
 * The directives in force in this office above a local one.
 *
 * @param inForce the versions in force today of the directives that it extends
 * @param unproved those that differ from the named versions, against which it is not (yet) proved
 */
public record LayersAbove(Set<DirectiveRef> inForce, List<Directive> unproved) {

    /** For a directive that extends no other. */
    public static final LayersAbove NONE = new LayersAbove(Set.of(), List.of());

    public LayersAbove {
        inForce = Set.copyOf(inForce);
        unproved = List.copyOf(unproved);
    }
}
