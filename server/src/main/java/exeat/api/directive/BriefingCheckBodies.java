package exeat.api.directive;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.api.WireNames;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.value.BriefingCheck;
import exeat.casework.value.StreamId.BriefingId;
import exeat.rules.Directive;
import exeat.rules.WorkedCase;
import exeat.rules.document.Citation;
import exeat.rules.finding.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The check on a directive: an officer's questions and answers. */
final class BriefingCheckBodies {

    private BriefingCheckBodies() {}

    /** The cases, and the choices for each. */
    @Schema(name = "BriefingCheck")
    record Check(String version, List<Case> cases, List<String> outcomes) {
        static Check of(Directive version) {
            return new Check(
                    version.ref().hash(),
                    version.workedCases().stream().map(Case::of).toList(),
                    java.util.Arrays.stream(Outcome.values()).map(WireNames::of).toList());
        }
    }

    @Schema(name = "WorkedCase")
    record Case(String id, @Schema(ref = "Facts") Map<String, JsonNode> facts) {
        static Case of(WorkedCase one) {
            return new Case(one.id(), FactsBody.write(one.facts()));
        }
    }

    @Schema(name = "CheckAnswer")
    record Answer(
            @NotNull @Size(max = 20) String id,
            @NotNull @Pattern(regexp = "^(approve always|approve in general|refer)$")
                    String outcome,
            @NotNull @Size(max = Citation.MAX_LENGTH) @Schema(examples = "2.1") String paragraph) {}

    /** Acknowledges a version, with the answers to the check. */
    @Schema(name = "Acknowledgement")
    record Read(
            @NotNull @Pattern(regexp = "^[0-9a-f]{64}$") String version,
            @NotNull @Size(max = 50) List<@NotNull @Valid Answer> answers) {
        Command command(BriefingId id) {
            var read = new TreeMap<String, BriefingCheck.CheckAnswer>();
            for (var one : answers) {
                var outcome = WireNames.read(Outcome.class, one.outcome());
                read.put(one.id(), new BriefingCheck.CheckAnswer(outcome, one.paragraph()));
            }
            return new BriefingCommand.Acknowledge(id, version, read);
        }
    }
}
