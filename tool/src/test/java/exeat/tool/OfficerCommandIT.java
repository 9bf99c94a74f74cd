package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.state.Stage;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.setup.SetUpReader;
import exeat.desk.setup.SetUpStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's guide, walked: from an empty data folder to a recorded crossing. */
@Tag("day")
class OfficerCommandIT {

    private static final String SOME = "a long enough one";
    private static final List<String> ADMINISTRATORS = List.of("keeper.1", "keeper.2");

    /** No backup is made here, no witness runs, and no device shows codes. */
    private static final List<SetUpStep> OPERATED =
            List.of(
                    SetUpStep.OPERATORS,
                    SetUpStep.ADMINISTRATORS,
                    SetUpStep.WITNESS,
                    SetUpStep.BACKUP);

    @Tag("full")
    @Test
    void the_guide_leads_from_an_empty_folder_to_a_recorded_crossing(@TempDir Path data)
            throws IOException {
        var lines = guide();
        var early = Ran.exeatWith("x\n", arguments(lines.getFirst(), data));
        assertThat(early.status()).as("no second office is begun").isEqualTo(2);
        assertThat(early.err()).contains("there is no office in " + data);
        assertThat(data.resolve("keys")).doesNotExist();
        // From here on beside an office that is open, as beside a running server.
        try (var office = office(data)) {
            made(lines.getFirst(), data);
            for (var login : ADMINISTRATORS) {
                made(List.of("officer", "add", "cn", login, "--administrator", "--data", ""), data);
            }
            assertThat(next(office, data)).isEqualTo(SetUpStep.ISSUER);
            lines.subList(1, lines.size()).forEach(line -> made(line, data));
            assertThat(next(office, data)).isEqualTo(SetUpStep.IN_FORCE);
            var road = new GuidedRoad(office);
            road.putInForce();
            assertThat(next(office, data)).isEqualTo(SetUpStep.BRIEFING);
            road.handDown();
            assertThat(next(office, data)).isEqualTo(SetUpStep.TEST_CASE);
            assertThat(road.walk()).isEqualTo(Stage.CLOSED);
            assertThat(next(office, data)).isEqualTo(SetUpStep.ERASED);
            isTold(data);
            operatorsSign(data);
        }
        assertThat(impact("1", data).out()).contains("better 0, worse 0, both 0, the same <5");
    }

    /** What the first page of administrators shows of the set-up. */
    private static List<SetUpStep> open(Office office, Path data) {
        var login = ADMINISTRATORS.getFirst();
        var session =
                office.authentication().signInOfficer(login, GuidedRoad.word(login)).orElseThrow();
        return new SetUpReader(office, settings(data)).read(session).open();
    }

    /** The next step but those of whoever runs the machine, who does them at any time. */
    private static SetUpStep next(Office office, Path data) {
        var open = new ArrayList<>(open(office, data));
        assertThat(open).containsAll(OPERATED);
        open.removeAll(OPERATED);
        return open.getFirst();
    }

    private static void made(List<String> line, Path data) {
        var made = Ran.exeatWith(GuidedRoad.word(line.get(3)) + "\n", arguments(line, data));
        assertThat(made.err()).as("%s", line).isEmpty();
        assertThat(made.status()).as("%s", line).isZero();
        assertThat(made.out()).isEqualTo("Done, in the office of %s%n".formatted(data));
    }

    private static void isTold(Path data) {
        var listed = Ran.exeat("officer", "list", "--data", data.toString());
        assertThat(listed.outLines())
                .hasSize(13)
                .allMatch(line -> line.contains("r, has not") || line.contains("e; made "))
                .allMatch(line -> line.contains(" by operator "))
                .anyMatch(line ->
                        line.matches("tumen-customs.1 +prc-1963 +jl-tumen-cu +customs +.*"));
        var units = Ran.exeat("unit", "list", "--on", "1963-09-02", "--data", data.toString());
        assertThat(units.outLines())
                .anyMatch(line -> line.matches("jl-tumen-cu +Tumen Customs; below jl-tumen"));
        assertThat(Ran.exeat("unit", "history", "jl-tumen-cu", "--data", data.toString()).out())
                .startsWith("jl-tumen-cu in the register since ");
        var none = Ran.exeat("unit", "history", "nowhere", "--data", data.toString());
        assertThat(none.status()).isEqualTo(1);
        var shown = Ran.exeat("directive", "show", "prc-1963", "--data", data.toString());
        assertThat(shown.out()).contains("standing    in force");
        assertThat(shown.out()).as("who signed").containsPattern("\\(cn-[0-9a-f]{8}\\)");
        assertThat(shown.out()).doesNotContain("missing");
        assertThat(impact("99", data).status()).isEqualTo(1);
    }

    /** From the first operator on, accounts are changed by whoever shows their own key. */
    private static void operatorsSign(Path data) throws IOException {
        var folder = data.toString();
        var before = Ran.exeat("doctor", "--data", folder);
        assertThat(before.status()).isEqualTo(1);
        assertThat(before.out())
                .contains("UNSAFE  operators  No operator has a key", "UNSAFE  witnesses")
                .contains("UNSAFE  backups    No backup")
                .doesNotContain("sign in with the id", "has no effect", "without TLS");
        var key = data.resolve("first.key").toString();
        var made = Ran.exeat("operator", "key", "first", key);
        assertThat(made.err()).isEmpty();
        var open = made.out().strip().replaceFirst(".* ", "");
        var alone = Ran.exeat("operator", "add", "first", open, "--data", folder);
        assertThat(alone.status()).as("nobody signed for it").isEqualTo(1);
        assertThat(alone.err()).contains("--operator-key");
        var added =
                Ran.exeat(
                        "operator", "add", "first", open, "--operator-key", key, "--data", folder);
        assertThat(added.err()).isEmpty();
        assertThat(added.status()).isZero();
        var unsigned = Ran.exeat("officer", "deactivate", "tumen.1", "--data", folder);
        assertThat(unsigned.status()).isEqualTo(2);
        assertThat(unsigned.err()).contains("--operator-key");
        var signed =
                Ran.exeat(
                        "officer",
                        "deactivate",
                        "tumen.1",
                        "--operator-key",
                        key,
                        "--data",
                        folder);
        assertThat(signed.err()).isEmpty();
        assertThat(signed.status()).isZero();
        assertThat(Ran.exeat("officer", "list", "--data", folder).out())
                .contains(" by operator first");
        assertThat(Ran.exeat("operator", "list", "--data", folder).out())
                .contains("first: officer deactivate tumen.1");
        var file = Files.writeString(data.resolve("open.yaml"), "server: {host: 0.0.0.0}\n");
        assertThat(Ran.exeat("doctor", "--config", file.toString(), "--data", folder).out())
                .contains("UNSAFE  tls        The server listens on 0.0.0.0")
                .contains("There is only one operator");
    }

    private static Ran impact(String version, Path data) {
        return Ran.exeat("directive", "impact", "prc-1963", version, "--data", data.toString());
    }

    /** The lines of the guide that make accounts, in words. */
    private static List<List<String>> guide() throws IOException {
        var text = Files.readString(Ran.root().resolve("docs").resolve("guide-operator.md"));
        var section = text.substring(text.indexOf("**The same at the shell.**"));
        var lines =
                section.lines()
                        .filter(line -> line.startsWith("    ./exeat officer add "))
                        .map(line -> List.of(line.strip().split(" ", -1)))
                        .map(line -> line.subList(1, line.size()))
                        .toList();
        assertThat(lines).hasSize(11);
        return lines;
    }

    private static String[] arguments(List<String> line, Path data) {
        var words = new ArrayList<>(line);
        words.set(words.size() - 1, data.toString());
        return words.toArray(String[]::new);
    }

    private static Office office(Path data) {
        return Office.open(settings(data), Today.clock());
    }

    private static OfficeSettings settings(Path data) {
        return OfficeSettings.embedded(data, Ran.root().resolve("directives"));
    }

    @Tag("full")
    @Test
    void an_account_that_cannot_be_created_is_reported_and_not_created(@TempDir Path data) {
        var folder = data.toString();
        assertThat(add(SOME, folder, "cn", "first.1").status()).isZero();
        try (var _ = office(data)) {
            isRefused(folder);
        }
    }

    private static void isRefused(String folder) {
        var taken = add("another long one", folder, "cn", "first.1");
        assertThat(taken.status()).isEqualTo(1);
        assertThat(taken.err()).contains("first.1", "choose another");
        var nowhere = add(SOME, folder, "atlantis", "second.1");
        assertThat(nowhere.status()).isEqualTo(1);
        assertThat(nowhere.err()).contains("no directive here has a unit atlantis");
        for (var weak : List.of("short", "aaaaaaaaaaaaaa", "xx second.1 yyyy", "y".repeat(99))) {
            var ran = add(weak, folder, "cn", "second.1");
            assertThat(ran.status()).as(weak).isEqualTo(1);
            assertThat(ran.err()).contains("too weak").doesNotContain("xx second");
        }
        var elsewhere = lawyer(folder, "jl");
        assertThat(elsewhere.status()).isEqualTo(1);
        assertThat(elsewhere.err()).contains("belong to the unit that issues");
        assertThat(add("", folder, "cn", "second.1").status()).isEqualTo(2);
        assertThat(add(SOME, folder, "cn", "Second 1").status()).isEqualTo(2);
        assertThat(add(SOME, folder, "CN", "second.1").status()).isEqualTo(2);
        assertThat(Ran.exeat("officer", "list", "--data", folder).outLines()).hasSize(1);
    }

    private static Ran lawyer(String folder, String unit) {
        return Ran.exeatWith(
                SOME + "\n", "officer", "add", unit, "law.1", "--lawyer", "--data", folder);
    }

    @Tag("full")
    @Test
    void an_auditor_is_of_the_issuer_and_no_officer(@TempDir Path data) {
        var folder = data.toString();
        try (var office = office(data)) {
            assertThat(auditor(folder, "jl").status()).isEqualTo(1);
            assertThat(office.officerAccounts().isEmpty()).as("nobody yet").isTrue();
            assertThat(auditor(folder, "cn").status()).isZero();
            assertThat(office.officerAccounts().isEmpty()).isFalse();
            assertThat(Ran.exeat("officer", "list", "--data", folder).out()).contains("auditor, ");
            var session = office.authentication().signInOfficer("audit.1", SOME).orElseThrow();
            assertThat(session.actor()).isInstanceOf(Actor.Auditor.class);
            assertThat(office.inspections().files(session, 1)).isEmpty();
        }
    }

    private static Ran auditor(String folder, String unit) {
        return Ran.exeatWith(
                SOME + "\n", "officer", "add", unit, "audit.1", "--auditor", "--data", folder);
    }

    private static Ran add(String password, String folder, String unit, String login) {
        var input = password.isEmpty() ? "" : password + "\n";
        return Ran.exeatWith(input, "officer", "add", unit, login, "--data", folder);
    }

    @Tag("full")
    @Test
    void a_deactivated_officer_is_signed_out_and_stays_out(@TempDir Path data) {
        var folder = data.toString();
        try (var office = office(data)) {
            add(SOME, folder, "cn", "first.1");
            var session = office.authentication().signInOfficer("first.1", SOME).orElseThrow();

            var ended = Ran.exeat("officer", "deactivate", "first.1", "--data", folder);

            assertThat(ended.err()).isEmpty();
            assertThat(ended.status()).isZero();
            assertThat(office.authentication().resume(session.token())).isEmpty();
            assertThat(office.authentication().signInOfficer("first.1", SOME)).isEmpty();
            var listed = Ran.exeat("officer", "list", "--data", folder);
            assertThat(listed.out()).contains("deactivated 2");
            var again = Ran.exeat("officer", "deactivate", "first.1", "--data", folder);
            assertThat(again.status()).isEqualTo(1);
            var unknown = Ran.exeat("officer", "deactivate", "nobody", "--data", folder);
            assertThat(unknown.status()).isEqualTo(1);
            assertThat(unknown.err()).contains("no officer nobody");
            assertThat(add(SOME, folder, "cn", "first.1").status()).isEqualTo(1);
        }
    }

    @Tag("full")
    @Test
    void a_second_factor_lets_in_with_its_codes_alone_each_once_until_it_is_taken_away(
            @TempDir Path data) {
        var folder = data.toString();
        try (var office = office(data)) {
            add(SOME, folder, "cn", "first.1");
            var before = office.authentication().signInOfficer("first.1", SOME).orElseThrow();

            var given = factor(folder, "first.1");

            assertThat(given.err()).isEmpty();
            assertThat(given.status()).isZero();
            assertThat(office.authentication().resume(before.token())).isEmpty();
            assertThat(office.authentication().signInOfficer("first.1", SOME)).isEmpty();
            var lines = given.outLines();
            var secret = lines.getFirst().replaceFirst("^secret +", "");
            assertThat(secret).matches("[A-Z2-7]{32}");
            assertThat(lines.get(1))
                    .isEqualTo(
                            "address   otpauth://totp/Exeat:first.1?secret="
                                    + secret
                                    + "&issuer=Exeat");
            var codes =
                    lines.subList(2, lines.size()).stream().map(OfficerCommandIT::code).toList();
            assertThat(codes).hasSize(10).doesNotHaveDuplicates();
            assertThat(office.authentication().signInOfficer("first.1", SOME, codes.getFirst()))
                    .isPresent();
            assertThat(office.authentication().signInOfficer("first.1", SOME, codes.getFirst()))
                    .isEmpty();

            // Another in its place: what was handed over before lets nobody in.
            var another = factor(folder, "first.1");
            assertThat(another.out()).doesNotContain(secret);
            assertThat(office.authentication().signInOfficer("first.1", SOME, codes.get(1)))
                    .isEmpty();

            assertThat(factor(folder, "first.1", "--remove").out()).isEmpty();
            assertThat(office.authentication().signInOfficer("first.1", SOME)).isPresent();
            assertThat(factor(folder, "first.1", "--remove").status()).isEqualTo(1);
            var nobody = factor(folder, "nobody");
            assertThat(nobody.status()).isEqualTo(1);
            assertThat(nobody.out()).isEmpty();
            assertThat(nobody.err()).contains("no such officer");
        }
    }

    private static String code(String line) {
        return line.replaceFirst("^(recovery)? +", "");
    }

    private static Ran factor(String folder, String login, String... more) {
        var all = new ArrayList<>(List.of("officer", "second-factor", login, "--data", folder));
        all.addAll(List.of(more));
        return Ran.exeat(all.toArray(String[]::new));
    }
}
