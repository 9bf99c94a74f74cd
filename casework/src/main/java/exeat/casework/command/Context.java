package exeat.casework.command;

import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * Everything that is not state.
 *
 * @param briefed the units that have acknowledged the directive
 * @param paperNumber an unused number for a travel authorisation
 * @param force the directive's status today, and the version in force
 */
public record Context(
        Instant now,
        Directive directive,
        Actor actor,
        Set<AuthorityId> briefed,
        String paperNumber,
        DirectiveContext force) {

    public Context {
        briefed = Set.copyOf(briefed);
    }

    /** The units as they are today; work for a closed unit goes to its successor. */
    public AuthorityTree tree() {
        return directive.authorities().withClosed(force.closed());
    }

    /** The local date, in the zone that the directive's vocabulary names. */
    public LocalDate today() {
        return day(now);
    }

    /** The local date of a time, in the same zone. */
    public LocalDate day(Instant at) {
        return at.atZone(directive.vocabulary().zone()).toLocalDate();
    }
}
