package exeat.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.report.SituationReport;
import exeat.desk.report.SituationReports;
import exeat.oversight.Alarm;
import exeat.oversight.Measure;
import exeat.oversight.ReportCounter;
import exeat.oversight.Situation;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.PackException;
import exeat.web.component.ActionNotice;
import exeat.web.component.Link;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a report calls for action on, and the ways that its reader can go. */
class CallsViewTest {

    private static final LocalDate DAY = LocalDate.of(1963, 9, 6);
    private static final AuthorityId COUNTY = new AuthorityId("jl-yanji");
    private static final AuthorityId HOLDER = new AuthorityId("jl-yanji-fa");
    private static final Directive DIRECTIVE = directive();

    private static Directive directive() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        try {
            return Pack.read(Path.of(root, "directives", "prc-1963"));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<ActionNotice.Item> calls(
            AuthorityId own, Optional<LocalDate> due, List<Alarm> alarms, String language) {
        var tree = DIRECTIVE.authorities();
        var cells = Map.of(new ReportCounter(HOLDER, Measure.WAITING, DAY.minusDays(9), due), 3L);
        var situation = Situation.of(tree, COUNTY, cells, Map.of(), DAY, false);
        var seen =
                new SituationReports.Overview(
                        new SituationReport(situation, List.of(DIRECTIVE), Optional.empty()),
                        own,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        alarms,
                        SituationReports.Sharing.NONE);
        var words = PageTexts.of(language);
        return new CallsView(seen, new PackTexts(DIRECTIVE, words), words).calls();
    }

    @Test
    void overdue_work_calls_for_action_and_says_why_and_where_its_reader_can_act() {
        assertThat(calls(COUNTY, Optional.of(DAY), List.of(), "en")).as("due today").isEmpty();

        var call = calls(COUNTY, Optional.of(DAY.minusDays(1)), List.of(), "en").getFirst();

        assertThat(call.unit()).isEqualTo("Yanji Foreign Affairs Office");
        assertThat(call.words().text()).isEqualTo("The last day has passed for <5 pieces of work.");
        assertThat(call.ways()).extracting(Link::href).startsWith("/officer/late?unit=jl-yanji-fa");
        assertThat(calls(HOLDER, Optional.of(DAY.minusDays(1)), List.of(), "en"))
                .as("nobody moves their own unit's cases")
                .singleElement()
                .satisfies(own -> assertThat(own.ways()).hasSize(1));
    }

    @Test
    void an_alarm_is_in_the_readers_language_with_what_one_can_do() {
        var alarm =
                new Alarm(
                        HOLDER,
                        Alarm.Kind.NOT_ACKNOWLEDGED,
                        "The directive was handed down but has not been acknowledged.",
                        DAY.minusDays(5),
                        "/officer/briefing#units");
        for (var language : PageTexts.DESK_LANGUAGES) {
            var call = calls(COUNTY, Optional.empty(), List.of(alarm), language).getFirst();
            assertThat(call.ways())
                    .singleElement()
                    .satisfies(way -> assertThat(way.href()).isEqualTo("/officer/briefing#units"));
            if (!language.equals("en")) {
                assertThat(call.words().text()).isNotEqualTo(alarm.words()).isNotEmpty();
            }
        }
    }
}
