package exeat.desk.papers;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.TravellerState.Paper;
import exeat.casework.value.HoldGround;
import exeat.casework.value.PaperSeal;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.birth.BirthDate;
import exeat.config.Config;
import exeat.desk.Backstage;
import exeat.desk.Secrets;
import exeat.desk.Today;
import exeat.desk.Town;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.PasswordCost;
import exeat.desk.intake.BornOn;
import exeat.papers.mrz.MrzReader;
import exeat.papers.mrz.MrzReading;
import exeat.papers.seal.SealCheck;
import exeat.papers.seal.SealReason;
import exeat.papers.seal.SealStatement;
import exeat.papers.seal.VerifierState;
import exeat.papers.status.StatusAnswer;
import exeat.papers.status.StatusReading;
import exeat.papers.status.StatusTokens;
import exeat.papers.trust.TrustedAuthority;
import exeat.store.OfficeException;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.key.SealKeys;
import exeat.store.key.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapersIT {

    private final Town town = Town.shared();
    private final RevokedPapers papers = town.office.revokedPapers();

    private Town.Filing authorised() {
        return authorised(town.confirmed(Town.settling()));
    }

    private Town.Filing authorised(Town.Filing filing) {
        town.clear(filing, ONE);
        town.authorise(filing, ONE);
        return filing;
    }

    private Paper paper(Town.Filing filing) {
        return town.state(filing, ONE).paper().orElseThrow();
    }

    private PaperSeal seal(Town.Filing filing) {
        return paper(filing).seal().orElseThrow();
    }

    private ZoneId zone() {
        return town.office.register().directive("prc-1963").orElseThrow().vocabulary().zone();
    }

    /** By a reader who fetched what is published, a minute after all that was done. */
    private SealStatement check(String text) throws InterruptedException {
        return check(text, papers);
    }

    private SealStatement check(String text, RevokedPapers lists) throws InterruptedException {
        town.sequenced();
        town.pass(Duration.ofMinutes(2));
        return SealCheck.check(text.getBytes(StandardCharsets.UTF_8), lists.reader(zone()));
    }

    @Tag("day")
    @Test
    void an_issued_paper_is_established_by_what_is_published_and_says_what_it_prints()
            throws Exception {
        var filing = authorised();
        var paper = paper(filing);
        var seal = seal(filing);

        var statement = check(seal.text());

        assertThat(statement).isInstanceOf(SealStatement.Established.class);
        var established = (SealStatement.Established) statement;
        assertThat(established.status()).isInstanceOf(StatusAnswer.NotRevoked.class);
        var said = established.paper();
        assertThat(said.number()).isEqualTo(paper.number());
        assertThat(said.from()).isEqualTo(paper.from());
        assertThat(said.until()).isEqualTo(paper.until());
        // Nothing from which a route, a purpose or a companion could follow.
        assertThat(said.crossings()).isEmpty();
        assertThat(said.places()).isEmpty();
        assertThat(said.minors()).isEmpty();
        assertThat(said.reserved()).isEmpty();
        var zone = MrzReader.read(seal.zone());
        assertThat(zone).isInstanceOf(MrzReading.Read.class);
        assertThat(((MrzReading.Read) zone).zone().number())
                .isEqualTo(paper.number().substring("TA-".length()).replace("-", ""));
    }

    /** The seal says as much as all the days have in common; the zone has fillers. */
    @Test
    void what_nobody_knows_of_a_date_of_birth_stands_on_no_paper() throws Exception {
        var told =
                Map.of(
                        "1951-02-28", "1951-02-28 510228",
                        "1951-02", "1951-02 5102<<",
                        "1952-02-28/1952-02-29", "1952-02 5202<<",
                        "1951", "1951 51<<<<",
                        "1951-01-31/1951-02-01", "1951 51<<<<",
                        "1951-12-31/1952-01-01", " <<<<<<",
                        "1930-06-28[chinese=1930-06-03]", "1930-06-28 300628");
        for (var one : told.entrySet()) {
            var born = BirthDate.parse(one.getKey()).orElseThrow();
            var seal = seal(authorised(town.confirmed(BornOn.of(born, Town.settling()))));
            var said = ((SealStatement.Established) check(seal.text())).paper().bearer().born();
            var zone = ((MrzReading.Read) MrzReader.read(seal.zone())).zone().birth().text();
            assertThat(said.orElse("") + " " + zone).as(one.getKey()).isEqualTo(one.getValue());
        }
    }

    @Test
    void a_withdrawn_paper_is_revoked_in_the_next_list_and_stays_so_when_it_is_erased()
            throws Exception {
        var filing = authorised(Secrets.confirmed(town, Town.settling()));
        var text = seal(filing).text();
        assertThat(check(text)).isInstanceOf(SealStatement.Established.class);

        town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        assertThat(reason(check(text))).isEqualTo(SealReason.REVOKED);

        town.done(town.party(filing), new ArchiveCommand.EraseOwn(filing.id(), ONE));
        assertThat(reason(check(text))).isEqualTo(SealReason.REVOKED);
        assertThat(town.office.audit()).isEmpty();
    }

    /** Whoever has a copy of a paper can look at its place in the list. */
    @Test
    void a_claim_to_protection_changes_nothing_in_the_list() throws Exception {
        var filing = authorised();
        var text = seal(filing).text();

        town.done(town.party(filing), new TravellerCommand.ClaimProtection(filing.id(), ONE));

        assertThat(check(text)).isInstanceOf(SealStatement.Established.class);
    }

    @Test
    void a_paper_that_two_officers_revoke_is_revoked_in_the_next_list() throws Exception {
        var filing = authorised();
        var text = seal(filing).text();
        var revoke = new TwoOfficerAct.Revoke(new HoldGround.IdentityNotEstablished(), "a file");

        town.byTwo(filing, YANJI_FA, revoke);

        assertThat(reason(check(text))).isEqualTo(SealReason.REVOKED);
        // That of somebody else still holds.
        assertThat(check(seal(authorised()).text())).isInstanceOf(SealStatement.Established.class);
    }

    @Test
    void whoever_changes_a_paper_or_signs_one_themselves_is_found_out(@TempDir Path elsewhere)
            throws Exception {
        var filing = authorised();
        var text = seal(filing).text();
        var number = paper(filing).number();
        var later = text.replace("\"vu\":\"" + paper(filing).until(), "\"vu\":\"2099-01-01");
        assertThat(later).isNotEqualTo(text);
        assertThat(reason(check(later))).isEqualTo(SealReason.ALTERED);
        assertThat(reason(check(text.replace(number, "TA-0000-0000"))))
                .isEqualTo(SealReason.ALTERED);
        // Moved to a place in the list that is not revoked.
        int index = seal(filing).place().index();
        assertThat(reason(check(text.replace("\"idx\":" + index, "\"idx\":" + (index ^ 1)))))
                .isEqualTo(SealReason.ALTERED);
        // Another office's reader, which knows another authority of the same name and state.
        var others = new SealKeys(Keys.in(elsewhere)).authorities(town.clock().instant());
        var stranger =
                new VerifierState(
                        List.of(new TrustedAuthority("UTO", others.getFirst(), Set.of())),
                        List.of(),
                        town.clock().instant(),
                        Instant.MIN,
                        zone());
        assertThat(SealCheck.check(text.getBytes(StandardCharsets.UTF_8), stranger))
                .isInstanceOf(SealStatement.UnknownSigner.class);
    }

    @Test
    void a_list_tells_neither_how_many_papers_there_are_nor_whose() throws Exception {
        var seal = seal(authorised());
        check(seal.text());
        var year = seal.place().list();
        var bytes = papers.list(year).orElseThrow().bytes().array();
        var trusted = papers.reader(zone()).trusted();
        var read = (StatusReading.Read) StatusTokens.read(bytes, "UTO", trusted);
        assertThat(read.token().list().size()).isEqualTo(RevokedPapers.SIZE);
        assertThat(read.token().subject()).isEqualTo(papers.address(year));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("TA-");
        assertThat(papers.list("1900")).isEmpty();
        assertThat(papers.list("x")).isEmpty();
        assertThat(papers.list("99999")).isEmpty();
    }

    /** A paper of 1 January in Changbai has a list while it is still December in Greenwich. */
    @Tag("day")
    @Test
    void a_year_has_its_list_as_long_as_it_is_that_year_anywhere() {
        var first = Optional.of(2026);
        assertThat(RevokedPapers.years(first, Instant.parse("2026-12-31T05:00:00Z")))
                .containsExactly("2026");
        assertThat(RevokedPapers.years(first, Instant.parse("2026-12-31T16:30:00Z")))
                .containsExactly("2027", "2026");
        // None of a year before the first paper; before that, of this year alone.
        assertThat(RevokedPapers.years(first, Instant.parse("2027-01-01T04:00:00Z")))
                .containsExactly("2027", "2026");
        assertThat(RevokedPapers.years(Optional.of(2027), Instant.parse("2027-01-01T04:00:00Z")))
                .containsExactly("2027");
        assertThat(RevokedPapers.years(Optional.empty(), Instant.parse("2026-06-01T00:00:00Z")))
                .containsExactly("2026");
        int year = Integer.parseInt(seal(authorised()).place().list());
        assertThat(papers.lists()).contains(String.valueOf(year));
        // The office began this year, or when it was last year somewhere.
        int begun = Today.NOW.atZone(zone()).getYear();
        assertThat(papers.list(String.valueOf(begun - 2))).isEmpty();
    }

    /** As after a start, when nothing is known yet. */
    private RevokedPapers started(Database database) {
        var keys = Keys.in(town.data);
        return RevokedPapers.of(
                new Infrastructure(
                        database,
                        new Vault(keys),
                        town.data,
                        Config.plain(town.data),
                        PasswordCost.MIN,
                        town.clock()));
    }

    @Test
    void a_case_that_cannot_be_read_stops_no_list_and_clears_no_bit() throws Exception {
        var filing = authorised(Secrets.confirmed(town, Town.settling()));
        var number = paper(filing).number();
        var text = seal(filing).text();
        var year = seal(filing).place().list();
        var other = seal(authorised()).text();
        town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        assertThat(reason(check(text))).isEqualTo(SealReason.REVOKED);
        var row = " where id = (select stream from exeat.paper where number = '" + number + "')";
        try (var database = Database.running(Keys.in(town.data)).orElseThrow();
                var superuser = Backstage.superuser(town)) {
            var state =
                    Backstage.rows(
                                    superuser,
                                    "select encode(state, 'hex') as state from exeat.stream" + row)
                            .getFirst()
                            .text("state");
            Backstage.run(superuser, "update exeat.stream set state = '\\x00'" + row);
            try {
                var anew = started(database);
                assertThat(reason(check(text, anew))).isEqualTo(SealReason.REVOKED);
                assertThat(check(other, anew)).isInstanceOf(SealStatement.Established.class);
                assertThat(anew.unreadable()).isEqualTo(1);
                // Nobody knows what the case revoked: such a list is not made.
                var last = town.data.resolve("lists").resolve(year);
                Files.move(last, last.resolveSibling("kept"));
                var unknown = started(database);
                assertThatThrownBy(() -> unknown.list(year)).isInstanceOf(OfficeException.class);
                var without = (SealStatement.Established) check(other, unknown);
                assertThat(without.status()).isInstanceOf(StatusAnswer.Unknown.class);
                Files.move(last.resolveSibling("kept"), last);

                Backstage.run(
                        superuser,
                        "update exeat.stream set state = decode('" + state + "', 'hex')" + row);
                assertThat(reason(check(text, anew))).isEqualTo(SealReason.REVOKED);
                assertThat(anew.unreadable()).isZero();
            } finally {
                Backstage.run(
                        superuser,
                        "update exeat.stream set state = decode('" + state + "', 'hex')" + row);
            }
        }
    }

    @Test
    void old_papers_verify_after_the_signer_and_the_authority_have_changed(@TempDir Path data)
            throws Exception {
        var now = Instant.parse("2026-12-02T09:00:00Z");
        var keys = new SealKeys(Keys.in(data));
        var first = keys.sealing(now);
        assertThat(new SealKeys(Keys.in(data)).sealing(now).certificate())
                .isEqualTo(first.certificate());
        var file = data.resolve("keys").resolve(SealKeys.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        // A year later there is another signer, under the same authority.
        var second = keys.sealing(now.plus(Duration.ofDays(366)));
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        second.certificate().verify(keys.authorities(now).getFirst().getPublicKey());
        first.certificate().verify(keys.authorities(now).getFirst().getPublicKey());
        // One that was made while the clock was a year ahead is of no use now, and is replaced.
        var third = keys.sealing(now);
        assertThat(third.certificate()).isNotEqualTo(second.certificate());
        assertThat(third.certificate().getNotBefore().toInstant()).isEqualTo(now);
        // Another process changes the authority; this one sees it at the next paper.
        new SealKeys(Keys.in(data)).succeed(now);
        assertThat(keys.authorities(now)).hasSize(2);
        first.certificate().verify(keys.authorities(now).getLast().getPublicKey());
        keys.sealing(now).certificate().verify(keys.authorities(now).getFirst().getPublicKey());
    }

    private static SealReason reason(SealStatement statement) {
        return switch (statement) {
            case SealStatement.NotEstablished(var reason, _) -> reason;
            case SealStatement.Established _,
                    SealStatement.UnknownSigner _,
                    SealStatement.UnknownTime _,
                    SealStatement.Malformed _ ->
                    throw new AssertionError(statement.toString());
        };
    }
}
