package exeat.casework.command;

import exeat.casework.value.DirectiveStatus;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.prove.ProofReport;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about the directive, besides the version that applies to the command.
 *
 * @param standing the directive's status today
 * @param today today's version; empty if none was put in force
 * @param proofs proofs of the version that a command names, made before the command is decided
 * @param closed the units that have closed by today, each with its successor
 * @param above what is in force above it
 */
public record DirectiveContext(
        DirectiveStatus standing,
        Optional<Directive> today,
        Optional<ProofReport> proofs,
        Map<AuthorityId, AuthorityId> closed,
        LayersAbove above) {

    public DirectiveContext {
        closed = Map.copyOf(closed);
    }

    /** For a directive with none above it. */
    public DirectiveContext(
            DirectiveStatus standing,
            Optional<Directive> today,
            Optional<ProofReport> proofs,
            Map<AuthorityId, AuthorityId> closed) {
        this(standing, today, proofs, closed, LayersAbove.NONE);
    }

    /** Without closed units or directives above. */
    public DirectiveContext(
            DirectiveStatus standing, Optional<Directive> today, Optional<ProofReport> proofs) {
        this(standing, today, proofs, Map.of(), LayersAbove.NONE);
    }

    /** The usual case: this version is in force. */
    public static DirectiveContext of(Directive directive) {
        return new DirectiveContext(
                DirectiveStatus.IN_FORCE, Optional.of(directive), Optional.empty());
    }
}
