package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.Context;
import com.microsoft.z3.Status;
import exeat.rules.Pack;
import exeat.rules.RandomPack;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.source.PackException;
import org.junit.jupiter.api.Test;

/** Proofs of random pairs of packs against Z3, which is told the tables and the links alone. */
class Z3Test {

    private static final long SEEDS = Long.getLong("exeat.proof.packs", 5);

    @Test
    @SuppressWarnings("unchecked") // Z3's own varargs of generic terms.
    void z3_agrees_on_local_packs() throws PackException {
        int failed = 0;
        int proved = 0;
        for (long seed = 0; seed < 4 * SEEDS; seed++) {
            var above = RandomPack.worded("above", RandomPack.files(seed));
            if (!Pack.parse("above", above).faults().isEmpty()) {
                continue;
            }
            var files = RandomPack.files(seed * 17 + 3, seed);
            above.forEach((name, bytes) -> files.put("extends/above/" + name, bytes));
            var local = Pack.parse("local", RandomPack.worded("local", files));
            if (!local.faults().isEmpty()) {
                continue;
            }
            var proof = Prover.of(local).proof(Obligation.NO_RESTRICTION);
            try (var context = new Context()) {
                var solver = context.mkSolver();
                var theirs = new Z3Pack(context, local.parent().orElseThrow().parsed());
                var ours = new Z3Pack(context, local);
                solver.add(ours.domain());
                local.links().forEach(link -> solver.add(ours.link(link)));
                solver.add(ours.worse(theirs));
                var status = solver.check();
                assertThat(status).as("seed %d", seed).isNotEqualTo(Status.UNKNOWN);
                boolean restricts =
                        proof.failures().stream()
                                .map(Proof.Failure::says)
                                .anyMatch(says ->
                                        !says.startsWith("The links exclude")
                                                && !says.contains("without an answer"));
                assertThat(restricts).as("seed %d", seed).isEqualTo(status == Status.SATISFIABLE);
            }
            failed += proof.verdict() == Verdict.FAILED ? 1 : 0;
            proved += proof.verdict() == Verdict.PROVED ? 1 : 0;
        }
        System.out.printf(
                "seeds 0 to %d: Z3 agrees on %d pairs that add a restriction and %d that add none%n",
                4 * SEEDS - 1, failed, proved);
        assertThat(failed).isPositive();
        assertThat(proved).isPositive();
        assertThat(failed + proved).isGreaterThan((int) SEEDS / 2);
    }

    @Test
    @SuppressWarnings("unchecked") // Z3's own varargs of generic terms.
    void z3_agrees_on_packs_that_turn_people_down() throws PackException {
        int refused = 0;
        for (long seed = 0; seed < 4 * SEEDS; seed++) {
            var files = RandomPack.worded("above", RandomPack.refusing(seed));
            var draft = Pack.parse("above", files);
            var proof = Prover.of(draft).proof(Obligation.NEVER_REFUSES);
            try (var context = new Context()) {
                var solver = context.mkSolver();
                var encoded = new Z3Pack(context, draft);
                solver.add(encoded.domain(), encoded.refuses());
                boolean somebody = solver.check() == Status.SATISFIABLE;
                boolean shown =
                        proof.failures().stream()
                                .flatMap(failure -> failure.people().stream())
                                .anyMatch(one -> ProofOracleTest.isRefused(draft, one.facts()));
                assertThat(shown).as("seed %d", seed).isEqualTo(somebody);
                refused += somebody ? 1 : 0;
            }
        }
        assertThat(refused).isPositive();
    }
}
