package exeat.api.directive;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.json.ProofJson;
import exeat.rules.prove.ProofReport;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is proved of a directive, as the command line writes it. {@code proved} and not empty {@code
 * conditions}: it holds only if these are so. {@code summary} says first what a reader must know;
 * {@code restsOn} is what every proof rests on, whatever it says; {@code layersGiven} is false
 * where only what the directive extends was looked at.
 */
@Schema(name = "ProofReport")
record ProofBody(
        FindingBody.Ref directive,
        List<FindingBody.Ref> against,
        List<Layer> layers,
        boolean layersGiven,
        boolean proved,
        List<String> conditions,
        List<String> summary,
        List<Unprovable> unprovable,
        List<Of> obligations,
        List<String> assumptions,
        List<String> restsOn,
        long limit,
        long splits) {

    /** An element that is no exact test of facts; {@code line} is 0 where it is not known. */
    @Schema(name = "ProofUnprovable")
    record Unprovable(String element, int line, String why) {}

    /**
     * A directive above it. {@code inForce} says that it was said to be in force above, {@code
     * pinned} that it is named by version and hash.
     */
    @Schema(name = "ProofLayer")
    record Layer(
            FindingBody.Ref directive,
            boolean inForce,
            boolean pinned,
            @Schema(
                            enumeration = {
                                "proved",
                                "failed",
                                "undecided",
                                "nothing to prove",
                                "not provable"
                            })
                    String verdict) {}

    /** {@code more} is how many further failures there are, of which nothing is said. */
    @Schema(name = "Proof")
    record Of(
            int number,
            String title,
            @Schema(
                            enumeration = {
                                "proved",
                                "failed",
                                "undecided",
                                "nothing to prove",
                                "not provable"
                            })
                    String verdict,
            List<Failure> failures,
            int more,
            List<Failure> notes,
            List<String> conditions) {}

    /** {@code region} is for whom it is so; {@code turnsOn} the facts that it names. */
    @Schema(name = "ProofFailure")
    record Failure(String says, String region, List<String> turnsOn, List<Person> people) {}

    /** Somebody made up who shows it. */
    @Schema(name = "ProofPerson")
    record Person(@Schema(ref = "Facts") Map<String, JsonNode> facts, String comesOut) {}

    static ProofBody of(ProofReport report) {
        return WrittenForm.read(ProofBody.class, json -> ProofJson.write(json, report));
    }
}
