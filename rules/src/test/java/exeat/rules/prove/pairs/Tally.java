package exeat.rules.prove.pairs;

import exeat.rules.ParsedPack;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What pairs by chance were like, and what was held to what. */
final class Tally {

    /** One pair in so many goes to Z3 too. */
    final int oneInZ3;

    int pairs;
    int skipped;
    int three;
    int linked;
    int outputs;
    int worseByOutput;
    int conditional;
    int unconditional;
    int revealing;
    int partlyKnown;
    int partly;
    int layers;
    int z3;
    int proxies;
    int compared;
    int witnesses;
    final Map<Obligation, Integer> failed = new TreeMap<>();

    Tally(int oneInZ3) {
        this.oneInZ3 = oneInZ3;
    }

    void count(ProofReport report, int above, ParsedPack low) {
        pairs++;
        var outputs = low.vocabulary().outputs();
        this.outputs += outputs.isEmpty() ? 0 : 1;
        worseByOutput +=
                report.proofs().stream()
                                .flatMap(proof -> proof.failures().stream())
                                .anyMatch(failure -> names(failure, outputs))
                        ? 1
                        : 0;
        three += above > 1 ? 1 : 0;
        linked += low.links().isEmpty() ? 0 : 1;
        conditional += report.isConditional() ? 1 : 0;
        for (var proof : report.proofs()) {
            failed.merge(
                    proof.obligation(), proof.verdict() == Verdict.FAILED ? 1 : 0, Integer::sum);
        }
    }

    private static boolean names(Failure failure, List<DeclaredOutput> outputs) {
        return outputs.stream()
                .anyMatch(output -> failure.says().contains("gives " + output.name() + ": "));
    }

    /** The share of the pairs in which an obligation fails. */
    double share(Obligation obligation) {
        return (double) failed.getOrDefault(obligation, 0) / pairs;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        text.append(
                "%d pairs (%d more were no packs): %d with three layers, %d with links, %d with people partly known;"
                        .formatted(pairs, skipped, three, linked, partlyKnown));
        text.append(
                " held to the judge: %d layers, %d findings and interviews of people partly known, %d comparisons;"
                        .formatted(layers, partly, compared));
        text.append(" %d to Z3;".formatted(z3));
        text.append(
                " %d with declared outputs, %d of them worse by one;"
                        .formatted(outputs, worseByOutput));
        text.append(
                " %d witnesses confirmed; %d proved on conditions; %d with proxies that work against people;"
                        .formatted(witnesses, conditional, proxies));
        text.append(" %d that tell what is protected;".formatted(revealing));
        text.append(" %d where nobody waits longer for an answer;".formatted(unconditional));
        text.append(" failed:");
        failed.forEach((obligation, times) ->
                text.append(" %d: %d".formatted(obligation.number(), times)));
        return text.toString();
    }
}
