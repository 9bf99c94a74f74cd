package exeat.rules;

import java.util.Optional;

/**
 * A unit in the hierarchy.
 *
 * @param parent none for the root, which is the issuer
 * @param name in English; other languages are in the pack's messages under {@code authority.ID}
 * @param place the jurisdiction: the id of the committee whose area the unit works in (its own for
 *     a committee)
 * @param addressee whether the directive is addressed to it, and so to all below it
 * @param borderPost whether people cross here
 */
public record Authority(
        AuthorityId id,
        Optional<AuthorityId> parent,
        Function function,
        String name,
        AuthorityId place,
        boolean addressee,
        boolean borderPost) {}
