package exeat.desk.register;

import exeat.rules.ParsedPack;
import exeat.rules.document.DirectiveRef;
import exeat.rules.prove.Layers;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.Prover;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Proofs of versions, computed once because a version never changes, nor one that is above it. */
final class KeptProofs {

    private final Prover prover;
    private final Map<String, ProofReport> reports = new ConcurrentHashMap<>();

    /**
     * Proofs that take no longer than is usual.
     *
     * @param clock by which the time of a proof is bounded
     */
    KeptProofs(InstantSource clock) {
        this.prover = new Prover(Prover.DEFAULT_LIMIT, clock::millis, Prover.DEFAULT_TIME);
    }

    /** The proofs of a pack; an undecided one is tried again at the next request. */
    ProofReport of(ParsedPack pack) {
        return of(pack.ref().hash(), pack, Layers.of(pack));
    }

    /**
     * The same, below given layers.
     *
     * @param key the hashes of the pack and of its layers
     */
    ProofReport of(String key, ParsedPack pack, Layers layers) {
        var report = reports.computeIfAbsent(key, _ -> prover.prove(pack, layers));
        if (report.proofs().stream().anyMatch(one -> one.verdict() == Verdict.UNDECIDED)) {
            reports.remove(key, report);
        }
        return report;
    }

    Optional<ProofReport> known(DirectiveRef ref) {
        return known(ref.hash());
    }

    Optional<ProofReport> known(String key) {
        return Optional.ofNullable(reports.get(key));
    }
}
