package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.base.Session;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.write.Reply;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import java.util.stream.Collectors;

/** Puts a directive in force for a test: two lawyers sign, and an officer puts it in force. */
public final class Enacted {

    private Enacted() {}

    /** The pack of 1963, signed by two lawyers who are made for it. */
    public static void putInForce(Office office, AuthorityId root, Session officer) {
        var directive = office.register().directive("prc-1963").orElseThrow();
        for (int n = 1; n <= 2; n++) {
            var id = new OfficerId("law." + n);
            office.officerAccounts().createLawyer(id, "right " + id.text(), "Lawyer " + n, root);
            sign(
                    office,
                    office.authentication()
                            .signInOfficer(id.text(), "right " + id.text())
                            .orElseThrow(),
                    directive);
        }
        putInForce(office, officer, directive);
    }

    static void putInForce(Office office, Session officer, Directive directive) {
        var id = new BriefingId(directive.ref().id());
        var command = new BriefingCommand.PutInForce(id, directive.ref().hash());
        var reply = office.desk().handle(officer, Town.key(), command);
        assertThat(reply).isInstanceOf(Reply.Done.class);
    }

    /** Every pair of a version that this lawyer has not signed. */
    static void sign(Office office, Session lawyer, Directive directive) {
        var id = new BriefingId(directive.ref().id());
        var own = ((Actor.Officer) lawyer.actor()).id();
        var mine =
                office.register().signatures(id.directive()).stream()
                        .filter(s -> s.by().equals(own))
                        .map(DirectiveRegister.Signature::pair)
                        .collect(Collectors.toSet());
        var pairs =
                RulePair.of(directive).stream()
                        .map(RulePair::hash)
                        .filter(pair -> !mine.contains(pair))
                        .collect(Collectors.toSet());
        var command = new BriefingCommand.SignRules(id, directive.ref().hash(), pairs);
        assertThat(office.desk().handle(lawyer, Town.key(), command))
                .isInstanceOf(Reply.Done.class);
    }
}
