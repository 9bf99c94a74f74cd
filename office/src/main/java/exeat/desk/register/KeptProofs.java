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

/** Proofs of versions, computed once because a version never changes. */
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
        var hash = pack.ref().hash();
        var report = reports.computeIfAbsent(hash, _ -> prover.prove(pack, Layers.of(pack)));
        if (report.proofs().stream().anyMatch(one -> one.verdict() == Verdict.UNDECIDED)) {
            reports.remove(hash, report);
        }
        return report;
    }

    Optional<ProofReport> known(DirectiveRef ref) {
        return Optional.ofNullable(reports.get(ref.hash()));
    }
}
