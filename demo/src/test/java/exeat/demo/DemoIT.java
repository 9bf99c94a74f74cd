package exeat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.auth.OfficerAccount;
import exeat.desk.base.Session;
import exeat.rules.authority.AuthorityId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole month, in the longer tier and on each day of {@code ./exeat test --days}. */
@Tag("day")
@Tag("full")
class DemoIT {

    private static final Demo.Size SMALL = new Demo.Size(1963, 400);

    /**
     * Everything that people and officers do in that month, whatever its dates, except reports:
     * they are due by working days, so a Sunday or a holiday moves them.
     */
    private static final int DONE = 3_150;

    private static final Pattern COMMANDS = Pattern.compile("400 applications, ([0-9,]+) commands");

    @Test
    void a_month_is_simulated_once_and_its_travellers_and_officers_can_sign_in(@TempDir Path data) {
        var clock = new DemoClock(Today.clock());
        try (var office = Office.open(settings(data), clock)) {
            var first = load(office, clock, data);
            assertThat(first)
                    .contains("400 applications")
                    .contains("line 2, column 8, birth_date")
                    .contains("Travellers to try");
            var commands = office.health().counters().accepted();
            assertThat(commands).isGreaterThan(2_000);

            var again = load(office, clock, data);
            assertThat(again).contains("Travellers to try").doesNotContain("Living");
            assertThat(office.health().counters().accepted()).isEqualTo(commands);

            var line = again.lines().filter(l -> l.contains("EX-")).findFirst().orElseThrow();
            var words = line.strip().split(" +", 3);
            assertThat(office.authentication().signInTraveller(words[0], words[1])).isPresent();
            var root =
                    office.authentication()
                            .signInOfficer("cn-1", DemoOfficers.PASSWORD)
                            .orElseThrow();
            assertThat(done(first) - reports(office, root)).isEqualTo(DONE);
            var report = office.reports().situation(root, new AuthorityId("cn"));
            assertThat(report.toText()).contains("received");
            assertThat(office.alarms().last(root)).isPresent();
            assertThat(office.alarms().list(root)).as("an honest month").isEmpty();
            visitorsAreShownWhatLetsThemIn(office, root);
        }
    }

    private static void visitorsAreShownWhatLetsThemIn(Office office, Session root) {
        assertThat(shown(office)).contains("cn-1", "cn-law-2", "cn-auditor", "jl-yanji-fa-2");
        var another = "a password of their own";
        office.authentication().changePassword(root, "cn-1", DemoOfficers.PASSWORD, another);
        office.officerAccounts().end("cn-law-2", "test");
        assertThat(shown(office))
                .contains("cn-auditor", "jl-yanji-fa-2")
                .doesNotContain("cn-1", "cn-law-2");
    }

    private static List<String> shown(Office office) {
        return Demo.accounts(office).stream().map(OfficerAccount::login).toList();
    }

    static OfficeSettings settings(Path data) {
        return Demo.settings(OfficeSettings.embedded(data, Packs.folder()));
    }

    private static int done(String printed) {
        var matcher = COMMANDS.matcher(printed);
        assertThat(matcher.find()).as(printed).isTrue();
        return Integer.parseInt(matcher.group(1).replace(",", ""));
    }

    private static int reports(Office office, Session root) {
        return office.sentReports().list(root, "prc-1963").stream()
                .mapToInt(state -> state.reports().sent().size())
                .sum();
    }

    private static String load(Office office, DemoClock clock, Path data) {
        return load(office, clock, data, SMALL);
    }

    static String load(Office office, DemoClock clock, Path data, Demo.Size size) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Demo.load(office, clock, settings(data), out, size);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
