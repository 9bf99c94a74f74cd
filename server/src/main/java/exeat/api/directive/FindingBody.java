package exeat.api.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import exeat.api.WireNames;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Ground;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a directive says of one traveller's facts, in the words of the command line's findings. */
@Schema(name = "Finding")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingBody(
        @Schema(enumeration = {"approve always", "approve in general", "refer"}) String outcome,
        @Nullable @Schema(enumeration = {"by rule", "uncovered", "unanswered"}) String why,
        String purpose,
        List<String> routes,
        List<GroundOf> grounds,
        BurdenOf burden,
        List<String> setAsideGrounds,
        @Schema(ref = "Facts") Map<String, JsonNode> facts,
        List<String> unanswered,
        List<String> instrumentsNotHeld,
        Ref directive) {

    @Schema(name = "DirectiveVersion")
    public record Ref(String id, String version, String hash) {
        public static Ref of(DirectiveRef ref) {
            return new Ref(ref.id(), ref.version(), ref.hash());
        }
    }

    @Schema(name = "Ground")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroundOf(String rule, String paragraph, @Nullable String route, String gist) {
        static GroundOf of(Ground ground) {
            return new GroundOf(
                    ground.rule(),
                    ground.paragraph().number(),
                    ground.route().orElse(null),
                    ground.paragraph().gist());
        }
    }

    @Schema(name = "Demand")
    record Demand(String name, String function, int days, boolean assumed) {}

    @Schema(name = "Burden")
    record BurdenOf(
            List<Demand> clearances,
            List<String> documents,
            BigDecimal fee,
            int appearances,
            int decisionDays,
            int validityDays,
            boolean reentry) {
        static BurdenOf of(Burden burden) {
            return new BurdenOf(
                    burden.clearances().stream()
                            .map(c ->
                                    new Demand(
                                            c.name(), c.function().word(), c.days(), c.assumed()))
                            .toList(),
                    burden.documents(),
                    burden.fee(),
                    burden.appearances(),
                    burden.decisionDays(),
                    burden.validityDays(),
                    burden.reentry());
        }
    }

    public static FindingBody of(Finding finding) {
        return new FindingBody(
                finding.outcome().word(),
                finding.why().map(WireNames::of).orElse(null),
                finding.purpose().word(),
                finding.routes(),
                finding.grounds().stream().map(GroundOf::of).toList(),
                BurdenOf.of(finding.burden()),
                finding.setAsideGrounds(),
                FactsBody.write(finding.facts()),
                finding.unanswered().stream().map(FactName::text).toList(),
                finding.instrumentsNotHeld(),
                Ref.of(finding.directive()));
    }
}
