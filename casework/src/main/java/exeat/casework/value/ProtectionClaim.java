package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.util.Optional;

/**
 * A claim to protection.
 *
 * @param own whether the person claimed it, signed in; otherwise somebody else did
 * @param words what somebody else said; empty if the person claims, who need not say why
 * @param from the unit of the officer who made it; empty if no officer did
 * @param hearing the unit whose protection officers hear the person; empty if no unit protects
 */
@StoredAs(
        name = "protection-claim",
        fields = {"own", "words", "from", "hearing"})
public record ProtectionClaim(
        boolean own, String words, Optional<AuthorityId> from, Optional<AuthorityId> hearing) {}
