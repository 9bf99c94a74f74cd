package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.desk.write.SecretReply;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Consequence;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Two officers identify somebody, and each hands over one part of a secret. */
public final class Secrets {

    private Secrets() {}

    /** Entered by an office; the first traveller has a secret that two officers handed over. */
    public static Town.Filing entered(Town town, Traveller... travellers) {
        var draft = new ApplicationDraft(Channel.OFFICE, Optional.empty(), List.of(travellers));
        var filed = town.office.desk().apply(town.officer(Town.YANJI_FA), Town.key(), draft);
        var id = (CaseId) ((Reply.Done) filed.reply()).stream();
        return new Town.Filing(
                id, filed.number().orElseThrow(), of(town, Town.YANJI_FA, id, Town.ONE));
    }

    /** The same, confirmed by the first traveller. */
    public static Town.Filing confirmed(Town town, Traveller... travellers) {
        var filing = entered(town, travellers);
        town.done(
                town.party(filing),
                new TravellerCommand.Confirm(
                        filing.id(), Town.ONE, EnumSet.allOf(Consequence.class)));
        return filing;
    }

    /** Both parts, by the first and the second officer of a unit. */
    public static String of(Town town, AuthorityId unit, CaseId id, TravellerNo to) {
        var asked = asked(town, town.officer(unit, 1), id, to);
        int request = asked.request().orElseThrow();
        return part(asked) + "-" + part(issued(town, town.officer(unit, 2), id, to, request));
    }

    /** Somebody of an application, signed in with both parts. */
    public static Session party(Town town, Town.Filing filing, String secret) {
        return town.office.authentication().signInTraveller(filing.number(), secret).orElseThrow();
    }

    public static SecretReply asked(Town town, Session officer, CaseId id, TravellerNo to) {
        return town.office.desk().askForSecret(officer, Town.key(), id, to, "a passport");
    }

    public static SecretReply issued(
            Town town, Session officer, CaseId id, TravellerNo to, int request) {
        return town.office.desk().issueSecret(officer, Town.key(), id, to, request, "the face");
    }

    public static String part(SecretReply reply) {
        assertThat(reply.reply()).isInstanceOf(Reply.Done.class);
        return reply.part().orElseThrow();
    }
}
