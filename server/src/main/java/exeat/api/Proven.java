package exeat.api;

import exeat.rules.Directive;
import exeat.rules.ProofReport;
import exeat.rules.Proofs;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is proved of each version, worked out when somebody first asks. Owns its map: a version
 * never changes, so neither does its report; a crash loses nothing that isn't worked out again.
 */
@Singleton
public final class Proven {

    private final Map<String, ProofReport> reports = new ConcurrentHashMap<>();

    /** Of exactly this version; it may take seconds the first time. */
    public ProofReport of(Directive directive) {
        return reports.computeIfAbsent(directive.ref().hash(), _ -> Proofs.of(directive));
    }
}
