package exeat.api.directive;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.api.WireNames;
import exeat.rules.dmn.DecisionModel;
import exeat.rules.fact.FactName;
import exeat.rules.prove.Proof;
import exeat.rules.prove.ProofReport;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is proved of a directive, as the command line writes it. {@code restsOn} is what every proof
 * rests on, whatever it says.
 */
@Schema(name = "ProofReport")
record ProofBody(
        FindingBody.Ref directive,
        List<FindingBody.Ref> against,
        boolean proved,
        List<Unprovable> unprovable,
        List<Of> obligations,
        List<String> assumptions,
        List<String> restsOn,
        long limit,
        long splits) {

    /** An element that is no exact test of facts; {@code line} is 0 where it is not known. */
    @Schema(name = "ProofUnprovable")
    record Unprovable(String element, int line, String why) {
        static Unprovable of(DecisionModel.Unprovable one) {
            return new Unprovable(one.element(), one.line(), one.why());
        }
    }

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
            List<Failure> notes) {
        static Of of(Proof proof) {
            return new Of(
                    proof.obligation().number(),
                    proof.obligation().title(),
                    WireNames.of(proof.verdict()),
                    proof.failures().stream().map(Failure::of).toList(),
                    proof.more(),
                    proof.notes().stream().map(Failure::of).toList());
        }
    }

    /** {@code region} is for whom it is so; {@code turnsOn} the facts that it names. */
    @Schema(name = "ProofFailure")
    record Failure(String says, String region, List<String> turnsOn, List<Person> people) {
        static Failure of(Proof.Failure failure) {
            return new Failure(
                    failure.says(),
                    failure.region(),
                    failure.turnsOn().stream().map(FactName::text).toList(),
                    failure.people().stream().map(Person::of).toList());
        }
    }

    /** Somebody made up who shows it. */
    @Schema(name = "ProofPerson")
    record Person(@Schema(ref = "Facts") Map<String, JsonNode> facts, String comesOut) {
        static Person of(Proof.Person person) {
            return new Person(FactsBody.write(person.facts()), person.comesOut());
        }
    }

    static ProofBody of(ProofReport report) {
        return new ProofBody(
                FindingBody.Ref.of(report.directive()),
                report.against().stream().map(FindingBody.Ref::of).toList(),
                report.proved(),
                report.unprovable().stream().map(Unprovable::of).toList(),
                report.proofs().stream().map(Of::of).toList(),
                report.assumptions(),
                ProofReport.RESTS_ON,
                report.limit(),
                report.splits());
    }
}
