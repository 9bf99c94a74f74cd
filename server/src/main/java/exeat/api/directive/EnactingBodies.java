package exeat.api.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import exeat.api.Patterns;
import exeat.api.WireNames;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.RulePair;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.document.Paragraph;
import exeat.rules.prove.Proof;
import exeat.rules.prove.ProofReport;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies on what a version needs before it is in force, and on its later changes of status. */
final class EnactingBodies {

    private static final String HASH = "^[0-9a-f]{64}$";

    private EnactingBodies() {}

    /** The hash of a version. */
    @Schema(name = "VersionToPutInForce")
    record Version(@NotNull @Pattern(regexp = HASH) String version) {}

    /** Hashes of pairs of paragraph and rule. */
    @Schema(name = "Signatures")
    record Signing(
            @NotNull @Size(min = 1, max = 5000)
                    List<@NotNull @Pattern(regexp = HASH) String> pairs) {}

    /** A proposal by an officer of the issuer. {@code from} is the first day of a repeal. */
    @Schema(name = "DirectiveChange")
    record ToChange(
            @NotNull @Pattern(regexp = "^(suspend|resume|repeal)$") String change,
            @Nullable LocalDate from,
            @NotNull @Size(max = Patterns.MAX_REASON) String reason) {
        Optional<DirectiveChange> read() {
            return switch (change) {
                case "suspend" -> Optional.of(new DirectiveChange.Suspend());
                case "resume" -> Optional.of(new DirectiveChange.Resume());
                default -> Optional.ofNullable(from).map(DirectiveChange.Repeal::new);
            };
        }
    }

    /**
     * Whether a version can be put in force, and what is missing.
     *
     * @param standing the directive's status today
     * @param conditions on which it is proved, links first, in English; empty if there are none, or
     *     it is not proved
     * @param pinned whether it names what it extends by version and hash
     * @param aboveInForce whether everything that it extends is in force here, in the versions that
     *     it names
     */
    @Schema(name = "DirectiveGate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Gate(
            FindingBody.Ref version,
            String standing,
            FindingBody.@Nullable Ref inForce,
            boolean proved,
            List<String> conditions,
            boolean signed,
            boolean pinned,
            boolean aboveInForce,
            List<ProofOf> proofs,
            List<Pair> pairs) {}

    @Schema(name = "ObligationProof")
    record ProofOf(int obligation, String title, String verdict, List<FailureOf> failures) {
        static ProofOf of(Proof proof) {
            return new ProofOf(
                    proof.obligation().number(),
                    proof.obligation().title(),
                    WireNames.of(proof.verdict()),
                    proof.failures().stream().map(FailureOf::of).toList());
        }

        static List<ProofOf> all(ProofReport report) {
            return report.proofs().stream().map(ProofOf::of).toList();
        }
    }

    /** Why an obligation fails, for whom, and a made-up example. */
    @Schema(name = "ProofFailure")
    record FailureOf(String says, String region, List<Witness> people) {
        static FailureOf of(Proof.Failure failure) {
            return new FailureOf(
                    failure.says(),
                    failure.region(),
                    failure.people().stream()
                            .map(p -> new Witness(FactsBody.write(p.facts()), p.comesOut()))
                            .toList());
        }
    }

    @Schema(name = "Witness")
    record Witness(@Schema(ref = "Facts") Map<String, JsonNode> facts, String comesOut) {}

    /**
     * A paragraph beside a rule that cites it, and who signed that they match. {@code paragraph} is
     * "assumed" for a rule that cites none, "link" for a link between facts, and "output" for the
     * order of an output that the directive declares. {@code words} are a local directive's own
     * texts for what the rule names.
     */
    @Schema(name = "RulePair")
    record Pair(
            String pair,
            String paragraph,
            String gist,
            String decision,
            String rule,
            Map<String, String> conditions,
            Map<String, String> outputs,
            List<Word> words,
            List<SignatureOf> signatures) {
        static Pair of(RulePair pair, List<DirectiveRegister.Signature> all) {
            return new Pair(
                    pair.hash(),
                    pair.number(),
                    pair.paragraph().map(Paragraph::gist).orElse(""),
                    pair.rule().decision(),
                    pair.rule().id(),
                    pair.rule().conditions(),
                    pair.rule().outputs(),
                    pair.words().stream()
                            .map(word -> new Word(word.language(), word.key(), word.text()))
                            .toList(),
                    all.stream()
                            .filter(signature -> signature.pair().equals(pair.hash()))
                            .map(s -> new SignatureOf(s.by().text(), s.at()))
                            .toList());
        }
    }

    /** A local directive's own text; {@code key} is the message key. */
    @Schema(name = "AddedWord")
    record Word(String language, String key, String text) {}

    @Schema(name = "Signature")
    record SignatureOf(String by, Instant at) {}
}
