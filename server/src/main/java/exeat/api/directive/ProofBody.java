package exeat.api.directive;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.json.ProofJson;
import exeat.rules.prove.ProofReport;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is proved of a directive, as the command line writes it. If {@code proved} comes with {@code
 * conditions}, it holds only under these. {@code summary} says what a reader must know first;
 * {@code restsOn} is what every proof rests on; {@code layersGiven} is false if only the directives
 * that this one extends were checked.
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

    /** An element that is not an exact test of facts; {@code line} is 0 if not known. */
    @Schema(name = "ProofUnprovable")
    record Unprovable(String element, int line, String why) {}

    /**
     * A directive above this one. {@code inForce}: the caller stated that it is in force above;
     * {@code pinned}: it is named by version and hash.
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

    /** {@code more} is the number of further failures, which are not listed. */
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

    /** {@code region} says for whom it fails; {@code turnsOn} lists the facts in it. */
    @Schema(name = "ProofFailure")
    record Failure(String says, String region, List<String> turnsOn, List<Person> people) {}

    /** A made-up example. */
    @Schema(name = "ProofPerson")
    record Person(@Schema(ref = "Facts") Map<String, JsonNode> facts, String comesOut) {}

    static ProofBody of(ProofReport report) {
        return WrittenForm.read(ProofBody.class, json -> ProofJson.write(json, report));
    }
}
