package exeat.api.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import exeat.json.FindingJson;
import exeat.rules.document.DirectiveRef;
import exeat.rules.finding.Finding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A directive's finding for one traveller's facts, in the same form as the command line's. */
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
    record GroundOf(String rule, String paragraph, @Nullable String route, String gist) {}

    @Schema(name = "Demand")
    record Demand(String name, String function, int days, boolean assumed) {}

    /**
     * {@code quota} is the number of places a year, if places are limited. {@code outputs} has what
     * else the directive gives, by its own names; an output without a limit is left out.
     */
    @Schema(name = "Burden")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BurdenOf(
            List<Demand> clearances,
            List<String> documents,
            BigDecimal fee,
            int appearances,
            int interviews,
            int decisionDays,
            int validityDays,
            boolean reentry,
            @Nullable Integer quota,
            @Nullable Map<String, JsonNode> outputs) {}

    public static FindingBody of(Finding finding) {
        return WrittenForm.read(FindingBody.class, json -> FindingJson.write(json, finding));
    }
}
