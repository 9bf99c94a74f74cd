package exeat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.BriefingCommand;
import exeat.casework.value.BriefingCheck;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.write.Reply;
import exeat.rules.Directive;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** Two lawyers, made for a test, sign every rule of the pack of 1963. */
final class Signed {

    private Signed() {}

    /**
     * The version that they signed.
     *
     * @param read what an officer sends who has read it
     */
    record Version(String hash, String read) {
        static Version of(Directive directive) {
            var hash = directive.ref().hash();
            var answers =
                    BriefingCheck.asRead(directive).entrySet().stream()
                            .map(one ->
                                    """
                                    {"id": "%s", "outcome": "%s", "paragraph": "%s"}\
                                    """
                                            .formatted(
                                                    one.getKey(),
                                                    one.getValue().outcome().word(),
                                                    one.getValue().paragraph()))
                            .collect(Collectors.joining(", "));
            return new Version(
                    hash, "{\"version\": \"%s\", \"answers\": [%s]}".formatted(hash, answers));
        }
    }

    static Version prc1963(OfficeSettings settings) {
        try (var office = Office.visit(settings, InstantSource.system())) {
            var directive = office.register().directive("prc-1963").orElseThrow();
            var root = directive.authorities().root().id();
            var pairs =
                    RulePair.of(directive).stream().map(RulePair::hash).collect(Collectors.toSet());
            var id = new BriefingId("prc-1963");
            var sign = new BriefingCommand.SignRules(id, directive.ref().hash(), pairs);
            for (int n = 1; n <= 2; n++) {
                var lawyer = new OfficerId("law." + n);
                var password = "right " + lawyer.text();
                office.officerAccounts().createLawyer(lawyer, password, "Made Up", root);
                var session =
                        office.authentication()
                                .signInOfficer(lawyer.text(), password)
                                .orElseThrow();
                assertThat(office.desk().handle(session, "sign", sign))
                        .isInstanceOf(Reply.Done.class);
            }
            return Version.of(directive);
        }
    }
}
