package exeat.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.oversight.Measure;
import exeat.oversight.ReportCounter;
import exeat.oversight.Situation;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the highest unit too has passed its limit, nobody has to look for it. */
class FirstLineTest {

    private static final LocalDate DAY = LocalDate.of(1963, 9, 6);
    private static final AuthorityId COUNTY = new AuthorityId("jl-yanji");

    private static Directive directive() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        try {
            return Pack.read(Path.of(root, "directives", "prc-1963"));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static SituationReport report(AuthorityId of, AuthorityId waitsAt, LocalDate due) {
        var directive = directive();
        var cells =
                Map.of(
                        new ReportCounter(
                                waitsAt, Measure.WAITING, DAY.minusDays(40), Optional.of(due)),
                        12L);
        var situation =
                Situation.of(directive.authorities(), of, cells, Map.of(), DAY, of.equals(waitsAt));
        return new SituationReport(situation, List.of(directive), Optional.empty());
    }

    private static AuthorityId top() {
        return directive().authorities().root().id();
    }

    @Test
    void overdue_work_at_the_top_stands_on_the_first_line() {
        var report = report(top(), top(), DAY.minusDays(1));
        assertThat(report.firstLine()).isPresent();
        assertThat(report.toText().lines().findFirst()).isEqualTo(report.firstLine());
        assertThat(report.toText()).startsWith("PAST EVERY LIMIT: 12 pieces of work are overdue");
        assertThat(report.toJson()).contains("\"past_every_level\"");
    }

    @Test
    void what_is_due_at_the_top_or_overdue_below_it_has_a_level_left() {
        assertThat(report(top(), top(), DAY).firstLine()).isEmpty();
        assertThat(report(top(), COUNTY, DAY.minusDays(1)).firstLine()).isEmpty();
        assertThat(report(COUNTY, COUNTY, DAY.minusDays(1)).firstLine()).isEmpty();
        assertThat(report(top(), top(), DAY).toText()).startsWith("Situation of ");
    }
}
