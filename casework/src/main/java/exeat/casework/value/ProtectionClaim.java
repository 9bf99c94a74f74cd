package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.util.Optional;

/**
 * How protection was claimed.
 *
 * @param own whether by the person, signed in; else by somebody else, whoever that is
 * @param words what somebody else said; empty where the person claims, who need not say why
 * @param from the unit of the officer who made it; empty where none did
 * @param hearing the unit whose protection officers hear the person; empty where no unit protects
 */
@StoredAs(
        name = "protection-claim",
        fields = {"own", "words", "from", "hearing"})
public record ProtectionClaim(
        boolean own, String words, Optional<AuthorityId> from, Optional<AuthorityId> hearing) {}
