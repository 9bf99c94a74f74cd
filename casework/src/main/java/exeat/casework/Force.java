package exeat.casework;

import exeat.rules.Directive;
import exeat.rules.ProofReport;
import java.util.Optional;

/**
 * What is known, beside the version that a command is under, of the directive's life.
 *
 * @param standing how the directive stands today
 * @param today the version for today; none where none was put in force
 * @param proofs of the version that a command names, worked out before the command is decided
 */
public record Force(Standing standing, Optional<Directive> today, Optional<ProofReport> proofs) {

    /** The ordinary day: this version is in force. */
    public static Force of(Directive directive) {
        return new Force(Standing.IN_FORCE, Optional.of(directive), Optional.empty());
    }
}
