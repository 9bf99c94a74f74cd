package exeat.oversight.watch;

import exeat.rules.Directive;
import exeat.rules.prove.Practice;
import exeat.rules.prove.Proof;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Results of the prover for practices under one directive, each computed once. */
public final class PracticeProofs {

    private final Directive directive;
    private final Map<Practice, Proof> known = new ConcurrentHashMap<>();

    public PracticeProofs(Directive directive) {
        this.directive = directive;
    }

    Directive directive() {
        return directive;
    }

    Proof of(Practice practice) {
        return known.computeIfAbsent(practice, p -> p.proof(directive));
    }

    /** Whether the prover finds that it takes nothing away. */
    boolean isHarmless(Practice practice) {
        return switch (of(practice).verdict()) {
            case PROVED, NOTHING_TO_PROVE -> true;
            case FAILED, UNDECIDED, NOT_PROVABLE -> false;
        };
    }
}
