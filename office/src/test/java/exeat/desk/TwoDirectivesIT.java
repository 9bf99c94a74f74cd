package exeat.desk;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.auth.AccountRole;
import exeat.desk.auth.OfficerAccount;
import exeat.desk.auth.OfficerAccounts.Granted;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.desk.write.FilingReply;
import exeat.desk.write.Reply;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several directives in one office, each with its own officers, cases and reports. */
class TwoDirectivesIT {

    private static final String TWIN = "twin";

    /** One unrelated to the directive of 1963, with units of its own. */
    @Test
    void each_case_goes_to_its_end_under_its_own_directive() throws Exception {
        var town = Town.alone();
        town.office.register().load(OwnFunctionsIT.PACKS.resolve(OwnFunctionsIT.ID));
        var brest = OwnFunctionsIT.briefed(town.office);
        var theirs = OwnFunctionsIT.crosses(town.office, brest);
        var filing = town.confirmed(Town.settling());
        town.clear(filing, ONE);
        town.authorise(filing, ONE);
        town.cross(filing, ONE, CrossingDirection.DEPARTURE);

        var yanji = town.officer(YANJI_FA);
        assertThat(town.office.cases().find(yanji, theirs)).isEmpty();
        assertThat(town.office.cases().find(brest, filing.id())).isEmpty();
        assertThat(town.rejected(yanji, new TravellerCommand.Authorise(theirs, ONE)))
                .isEqualTo(Rejection.Code.NOT_FOUND);
        assertThat(town.rejected(brest, new TravellerCommand.Authorise(filing.id(), ONE)))
                .isEqualTo(Rejection.Code.NOT_FOUND);
        var briefing = town.office.register().briefing(yanji, OwnFunctionsIT.ID);
        assertThat(briefing.enactment()).isEmpty();
        assertThatThrownBy(() -> town.office.reports().situation(yanji, new AuthorityId("c-brest")))
                .isInstanceOf(OfficeException.class);
        var reports = town.office.reports();
        assertThat(reports.situationForOperator(new AuthorityId("c"), Optional.empty()).toText())
                .isNotEqualTo(reports.situationForOperator(YANJI, Optional.empty()).toText());
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
        town.office.close();
    }

    /** Another with the same units, so that no unit says which directive is meant. */
    @Test
    void a_mandate_shows_and_allows_what_is_under_its_directive_alone() throws Exception {
        var town = Town.alone();
        var yanji = town.officer(YANJI_FA, 2);
        // Here as well, while the unit says which directive is meant.
        town.officer(YANJI_FA, 3);
        town.office.register().load(twin());
        enacted(town);
        handedDown(town);

        var residence = Optional.<String>empty();
        assertThat(((Reply.Rejected) filed(town, residence).reply()).rejection().code())
                .as("who applies where several are in force has to choose")
                .isEqualTo(Rejection.Code.BAD_VALUE);
        var theirs = confirmed(town, filed(town, Optional.of(TWIN)));
        var ours = confirmed(town, filed(town, Optional.of("prc-1963")));
        for (int n = 0; n < 3; n++) {
            confirmed(town, filed(town, Optional.of("prc-1963")));
        }

        assertThat(town.office.cases().find(yanji, ours)).isPresent();
        assertThat(town.office.cases().find(yanji, theirs)).isEmpty();
        assertThat(town.rejected(yanji, new TravellerCommand.Authorise(theirs, ONE)))
                .isEqualTo(Rejection.Code.NOT_FOUND);
        assertThat(town.rejected(yanji, read(town))).isEqualTo(Rejection.Code.NOT_FOUND);
        assertThat(queued(town, yanji)).isEqualTo(4);
        assertThat(town.office.authentication().mandates().actUnder(yanji, TWIN)).isFalse();
        town.office.passTime();
        var figures = new SharedFigures(town, yanji);
        figures.ofOneMandate();

        var login = YANJI_FA.text() + ".2";
        var accounts = town.office.officerAccounts();
        assertThat(accounts.grant(login, TWIN, YANJI_FA, "test")).isEqualTo(Granted.DONE);
        assertThat(accounts.grant(login, TWIN, YANJI_FA, "test")).isEqualTo(Granted.HELD);
        assertThat(town.office.cases().find(yanji, theirs)).as("not before they say so").isEmpty();
        figures.ofTwoMandates();
        figures.standingIn();
        assertThat(town.office.authentication().mandates().actUnder(yanji, TWIN)).isTrue();
        figures.ofTheTwin();
        assertThat(town.office.cases().find(yanji, theirs)).isPresent();
        assertThat(town.office.cases().find(yanji, ours)).isEmpty();
        assertThat(queued(town, yanji)).isEqualTo(1);

        assertThat(accounts.endMandate(login, TWIN, "test")).isEqualTo(Granted.DONE);
        assertThat(town.office.authentication().resume(yanji.token())).isEmpty();
        assertThat(accounts.endMandate(login, "prc-1963", "test")).isEqualTo(Granted.LAST);
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
        figures.countedAgain();
        town.office.close();
    }

    /** Rows of the queue of work that an officer sees, of all that they may. */
    private static int queued(Town town, Session officer) {
        return town.office.queues().forUnit(officer, new AuthorityId("jl-yanji-ps"), 50).size();
    }

    private static BriefingCommand.Acknowledge read(Town town) {
        var twin = town.office.register().directive(TWIN).orElseThrow();
        return BriefingCommand.Acknowledge.asRead(twin);
    }

    private static Path twin() throws Exception {
        var folder = Town.emptyFolder().resolveSibling("packs-of-two").resolve(TWIN);
        Files.createDirectories(folder);
        try (var files = Files.list(Town.packs().resolve("prc-1963"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(file.getFileName());
                Files.deleteIfExists(to);
                Files.copy(file, to);
            }
        }
        return folder;
    }

    private static void enacted(Town town) {
        var office = town.office;
        var directive = office.register().directive(TWIN).orElseThrow();
        for (int n = 1; n <= 2; n++) {
            var login = "twin-law." + n;
            var password = "right " + login;
            var named = Optional.of(TWIN);
            office.officerAccounts()
                    .create(
                            new OfficerAccount(
                                    new OfficerId(login),
                                    login,
                                    password,
                                    login,
                                    Town.ROOT,
                                    named,
                                    AccountRole.LAWYER));
            var lawyer = office.authentication().signInOfficer(login, password).orElseThrow();
            Enacted.sign(office, lawyer, directive);
        }
        Enacted.putInForce(office, under(town, Town.ROOT), directive);
    }

    /** The first officer of a unit, with a mandate under the twin as well, who acts under it. */
    private static Session under(Town town, AuthorityId unit) {
        var session = town.officer(unit);
        town.office.officerAccounts().grant(unit.text() + ".1", TWIN, unit, "test");
        var own =
                town.office
                        .authentication()
                        .signInOfficer(unit.text() + ".1", "right " + unit.text() + ".1")
                        .orElse(session);
        assertThat(town.office.authentication().mandates().actUnder(own, TWIN)).isTrue();
        return town.office.authentication().resume(own.token()).orElseThrow();
    }

    private static void handedDown(Town town) {
        var briefing = new BriefingId(TWIN);
        town.done(under(town, Town.ROOT), new BriefingCommand.HandDown(briefing));
        for (var unit : List.of("ne", "jl", "jl-yanji")) {
            var officer = under(town, new AuthorityId(unit));
            town.done(officer, read(town));
            town.done(officer, new BriefingCommand.HandDown(briefing));
        }
        for (var unit : List.of("jl-yanji-fa", "jl-yanji-ps")) {
            town.done(under(town, new AuthorityId(unit)), read(town));
        }
    }

    private static FilingReply filed(Town town, Optional<String> directive) {
        var draft =
                new ApplicationDraft(
                        Channel.WEB, Optional.empty(), List.of(Town.settling()), directive);
        var stranger = town.office.authentication().anonymousSession();
        return town.office.desk().apply(stranger, Town.key(), draft);
    }

    private static CaseId confirmed(Town town, FilingReply filed) {
        var id = (CaseId) ((Reply.Done) filed.reply()).stream();
        var party =
                town.office
                        .authentication()
                        .signInTraveller(filed.number().orElseThrow(), filed.secret().orElseThrow())
                        .orElseThrow();
        var told =
                town.office
                        .register()
                        .directive("prc-1963")
                        .orElseThrow()
                        .purposes()
                        .givesUp(Town.settling().purpose());
        town.done(party, new TravellerCommand.Confirm(id, ONE, told));
        return id;
    }
}
