package exeat.desk;

import static exeat.desk.Town.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.access.Disclosure;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PersonName;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.birth.BirthDate;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.auth.OfficerAccount;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import exeat.store.OfficeException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An office under a pack whose functions are its own: nothing of it is known to the program. */
class OwnFunctionsIT {

    static final String ID = "quarantine";
    static final Path PACKS = Town.packs().resolveSibling("rules/src/test/resources/divided");
    private static final AuthorityId BREST = new AuthorityId("c-brest");

    private static OfficeSettings settings(Path data, String secondFactor) throws Exception {
        var config =
                Config.plain(data)
                        .with(Settings.DATA, data.toString(), "data")
                        .with(Settings.DIRECTIVES, PACKS.toString(), "directives")
                        .with(Settings.SECOND_FACTOR, secondFactor, "second factor");
        return OfficeSettings.of(config, Map.of());
    }

    @Tag("full")
    @Test
    void a_health_clearance_and_a_crossing_of_one_part_go_through_the_desk() throws Exception {
        var data = Town.folder();
        try (var office = Office.open(settings(data, "auditor"), Today.clock())) {
            crosses(office, briefed(office));
        }
        assertThatThrownBy(() -> Office.open(settings(data, "health, customs"), Today.clock()))
                .isInstanceOf(OfficeException.class)
                .hasMessageContaining("no directive declares the function customs;")
                .hasMessageContaining("border-police");
    }

    /** Puts the pack in force and hands it down; returns the officer who holds the files. */
    static Session briefed(Office office) {
        var root = enacted(office);
        done(office, root, new BriefingCommand.HandDown(new BriefingId(ID)));
        var coast = officer(office, "c");
        acknowledge(office, coast);
        done(office, coast, new BriefingCommand.HandDown(new BriefingId(ID)));
        var brest = officer(office, "c-brest");
        acknowledge(office, brest);
        done(office, brest, new BriefingCommand.HandDown(new BriefingId(ID)));
        for (var unit : List.of("c-he", "c-co", "c-brest-bp")) {
            acknowledge(office, officer(office, unit));
        }
        return again(office, "c-brest");
    }

    private static Session enacted(Office office) {
        var directive = office.register().directive(ID).orElseThrow();
        var root = directive.authorities().root().id();
        var officer = officer(office, root.text());
        for (int n = 1; n <= 2; n++) {
            var id = new OfficerId("quarantine-law." + n);
            office.officerAccounts().createLawyer(id, "right " + id.text(), "Lawyer " + n, root);
            var lawyer =
                    office.authentication()
                            .signInOfficer(id.text(), "right " + id.text())
                            .orElseThrow();
            Enacted.sign(office, lawyer, directive);
        }
        Enacted.putInForce(office, officer, directive);
        return again(office, root.text());
    }

    /** A sailor's case from the application to its end; returns which it is. */
    static CaseId crosses(Office office, Session holder) {
        var draft = new ApplicationDraft(Channel.WEB, Optional.empty(), List.of(sailor()));
        var filed =
                office.desk().apply(office.authentication().anonymousSession(), Town.key(), draft);
        var id = (CaseId) ((Reply.Done) filed.reply()).stream();
        var party =
                office.authentication()
                        .signInTraveller(filed.number().orElseThrow(), filed.secret().orElseThrow())
                        .orElseThrow();
        done(
                office,
                party,
                new TravellerCommand.Confirm(id, ONE, EnumSet.allOf(Consequence.class)));
        done(
                office,
                again(office, "c-co"),
                new TravellerCommand.CompleteClearance(id, ONE, "identity"));
        done(
                office,
                again(office, "c-he"),
                new TravellerCommand.CompleteClearance(id, ONE, "health"));
        done(office, holder, new TravellerCommand.Authorise(id, ONE));
        done(
                office,
                again(office, "c-brest-bp"),
                new TravellerCommand.RecordCrossing(id, ONE, CrossingDirection.DEPARTURE));
        var seen = office.cases().find(holder, id).orElseThrow().seen().travellers().get(ONE);
        assertThat(seen)
                .isInstanceOfSatisfying(
                        Disclosure.Whole.class,
                        whole -> assertThat(whole.state().stage()).isEqualTo(Stage.CLOSED));
        return id;
    }

    private static Traveller sailor() {
        return new Traveller(
                ONE,
                List.of(new PersonName("Latn", "Le Gall", "Anne")),
                BirthDate.of(LocalDate.of(1990, 5, 1)),
                "FR",
                BREST,
                new Purpose("settle"),
                new Facts(Map.of(new FactName("sailor"), Value.of(true))),
                List.of(),
                List.of(),
                "en",
                Optional.empty());
    }

    private static Session officer(Office office, String unit) {
        office.officerAccounts()
                .create(
                        new OfficerAccount(
                                new OfficerId(unit + ".1"),
                                unit + ".1",
                                "right " + unit,
                                "Made up",
                                new AuthorityId(unit)));
        return again(office, unit);
    }

    private static Session again(Office office, String unit) {
        return office.authentication().signInOfficer(unit + ".1", "right " + unit).orElseThrow();
    }

    private static void acknowledge(Office office, Session officer) {
        var directive = office.register().directive(ID).orElseThrow();
        done(office, officer, BriefingCommand.Acknowledge.asRead(directive));
    }

    private static void done(Office office, Session session, Command command) {
        assertThat(office.desk().handle(session, Town.key(), command))
                .as(command.getClass().getSimpleName())
                .isInstanceOf(Reply.Done.class);
    }
}
