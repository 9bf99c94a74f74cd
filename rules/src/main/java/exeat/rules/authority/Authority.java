package exeat.rules.authority;

import java.util.Optional;
import java.util.Set;

/**
 * A unit in the hierarchy.
 *
 * @param parent none for the root, which is the issuer
 * @param roles what the pack has units of this function do
 * @param name in English; other languages are in the pack's messages under {@code authority.ID}
 * @param place the jurisdiction: the id of the unit that supervises the area in which it works (its
 *     own for one that supervises)
 * @param addressee whether the directive is addressed to it, and so to all below it
 * @param borderPost whether people cross here
 */
public record Authority(
        AuthorityId id,
        Optional<AuthorityId> parent,
        UnitFunction function,
        Set<Role> roles,
        String name,
        AuthorityId place,
        boolean addressee,
        boolean borderPost) {

    public Authority {
        roles = Set.copyOf(roles);
    }

    public boolean plays(Role role) {
        return roles.contains(role);
    }

    /** Whether it stands for an area, and others below it. */
    public boolean supervises() {
        return plays(Role.SUPERVISES);
    }
}
