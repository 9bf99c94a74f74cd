package exeat.desk.audit;

import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Mandate;
import exeat.casework.event.ReportEvent;
import exeat.casework.state.IssueState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.ReportFigures;
import exeat.casework.value.StreamId.IssueId;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.Town;
import exeat.oversight.CounterSum;
import exeat.oversight.Figure;
import exeat.oversight.WeeklyFlow;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whose cases a report counts: its own directive's; or in a report from before figures were kept by
 * directive, those of all. Issues stand for cases here, because the figure of them is exact.
 */
class ReportVerifierIT {

    private static final String OWN = "prc-1963";

    private static final Town town = Town.shared();

    /** What an audit says of a report; one issue is under its directive, two under another. */
    private List<String> faults(int told, Optional<String> counted) {
        var directive = town.office.register().directive(OWN).orElseThrow();
        var sent =
                new ReportEvent.ReportSent(
                        1,
                        directive.ref(),
                        List.of(),
                        YANJI_FA,
                        new OfficerId("officer"),
                        "sent",
                        figures(directive, told, counted));
        var filed =
                new ReportVerifier.Filed(
                        "report", new ReportId(OWN, YANJI_FA), town.clock().instant(), 3, sent);
        var verifier = new ReportVerifier(List.of(filed), town.office.register());
        var others = new DirectiveRef("another", "1", "hash");
        take(verifier, 0, directive.ref());
        take(verifier, 1, others);
        // Between the head and the report, so it may be counted or not; of this directive it is
        // not.
        take(verifier, 2, others);
        return verifier.faults(Map.of(2L, "root")).stream().map(Object::toString).toList();
    }

    private static ReportFigures figures(Directive directive, int told, Optional<String> counted) {
        var units = new TreeMap<AuthorityId, Map<String, ReportFigures.Band>>();
        Mandate.scope(directive.authorities(), YANJI_FA).forEach(unit -> units.put(unit, Map.of()));
        units.put(
                YANJI_FA, Map.of(Figure.OPEN_ISSUES.stored(), new ReportFigures.Band(told, told)));
        var weeks = new TreeMap<String, List<ReportFigures.Band>>();
        for (var flow : WeeklyFlow.values()) {
            var none = Collections.nCopies(CounterSum.SHOWN, new ReportFigures.Band(0, 0));
            weeks.put(flow.stored(), none);
        }
        var head = Optional.of(new ReportFigures.LogHead(2, "root"));
        var day = town.clock().instant().atZone(directive.vocabulary().zone()).toLocalDate();
        return new ReportFigures(day, units, weeks, head, counted);
    }

    private static void take(ReportVerifier verifier, long place, DirectiveRef directive) {
        var issue =
                new IssueState(
                        new IssueId(new UUID(0, place)),
                        directive,
                        "2.1",
                        "Who?",
                        YANJI_FA,
                        YANJI_FA,
                        Instant.EPOCH,
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        verifier.take(place, List.of(new ReportVerifier.Step(place, issue)));
    }

    @Test
    void a_report_counts_what_is_under_its_directive_and_nothing_else() {
        assertThat(faults(1, Optional.of(OWN))).isEmpty();
        for (int told : List.of(0, 2, 3)) {
            assertThat(faults(told, Optional.of(OWN)))
                    .as("steps under another directive leave no room")
                    .containsExactly(
                            "report, report: OPEN_ISSUES of jl-yanji-fa is %d, but the cases give 1"
                                    .formatted(told));
        }
        assertThat(faults(2, Optional.of("another")))
                .containsExactly("report, report: its figures are those of another directive");
    }

    @Test
    void a_report_from_before_counts_all_directives_at_its_units() {
        assertThat(faults(2, Optional.empty())).isEmpty();
        assertThat(faults(3, Optional.empty())).as("the step in between as well").isEmpty();
        for (int told : List.of(1, 4)) {
            assertThat(faults(told, Optional.empty()))
                    .containsExactly(
                            "report, report: OPEN_ISSUES of jl-yanji-fa is %d, which it was at no time"
                                    .formatted(told));
        }
    }
}
