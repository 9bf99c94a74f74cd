package exeat.web.town;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.BriefingCommand;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.desk.write.Reply;
import exeat.rules.Directive;
import exeat.web.kit.SecureTokens;
import java.util.stream.Collectors;

/** Two lawyers, made for a test, sign every rule of a directive. */
public final class Signing {

    private Signing() {}

    public static void sign(Office office, Directive directive) {
        var id = new BriefingId(directive.ref().id());
        var root = directive.authorities().root().id();
        var pairs = RulePair.of(directive).stream().map(RulePair::hash).collect(Collectors.toSet());
        var sign = new BriefingCommand.SignRules(id, directive.ref().hash(), pairs);
        for (int n = 1; n <= 2; n++) {
            var lawyer = new OfficerId("law." + n);
            var password = "right " + lawyer.text();
            office.officerAccounts().createLawyer(lawyer, password, "Lawyer " + n, root);
            var session =
                    office.authentication().signInOfficer(lawyer.text(), password).orElseThrow();
            assertThat(office.desk().handle(session, SecureTokens.fresh(), sign))
                    .isInstanceOf(Reply.Done.class);
        }
    }
}
