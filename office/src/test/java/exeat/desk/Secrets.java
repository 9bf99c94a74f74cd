package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.desk.write.SecretReply;
import exeat.rules.authority.AuthorityId;

/** Two officers identify somebody, and each hands over one part of a secret. */
public final class Secrets {

    private Secrets() {}

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
