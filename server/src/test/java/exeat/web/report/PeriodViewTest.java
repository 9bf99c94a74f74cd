package exeat.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.oversight.FigureRange;
import exeat.oversight.ReportPeriod;
import exeat.web.filter.FilterValues;
import exeat.web.kit.PageTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The weeks of which a report tells what happened, and how they differ from those before. */
class PeriodViewTest {

    private static final LocalDate DAY = LocalDate.of(1963, 9, 6);
    private static final FigureRange NOBODY = exactly(0);
    private static final FigureRange FEW = new FigureRange(1, 4);

    @Test
    void a_period_that_an_address_names_is_told_unless_its_weeks_are_counted() {
        var usual = ReportPeriod.last(4, DAY);
        assertThat(period("", "")).hasValue(usual);
        assertThat(period("1963-08-20", "1963-08-30"))
                .hasValue(new ReportPeriod(LocalDate.of(1963, 8, 19), 2));
        var oneWeek = new ReportPeriod(LocalDate.of(1963, 8, 19), 1);
        assertThat(period("1963-08-20", "")).hasValue(oneWeek);
        assertThat(period("", "1963-08-20")).hasValue(oneWeek);
        for (var wrong : List.of("1963-8-1", "+999999999-12-31", "1900-01-01", "2000-01-01")) {
            assertThat(period(wrong, "1963-09-01")).as(wrong).isEmpty();
            assertThat(period("1963-09-01", wrong)).as(wrong).isEmpty();
        }
    }

    /** Empty where the page says that it cannot read them. */
    private static Optional<ReportPeriod> period(String from, String to) {
        var values = new FilterValues(PageTexts.of("en"));
        var period = PeriodView.period(values, DAY, from, to);
        return Optional.of(period).filter(_ -> values.isRight());
    }

    @Test
    void beside_few_people_no_percentage_is_given() {
        for (var language : PageTexts.DESK_LANGUAGES) {
            for (var few : List.of(NOBODY, FEW)) {
                for (long many : new long[] {5, 6, 12, 300}) {
                    assertThat(change(language, few, exactly(many)))
                            .isEqualTo(PageTexts.of(language).say("period.more"))
                            .doesNotContainPattern("[0-9%]");
                    assertThat(change(language, exactly(many), few))
                            .isEqualTo(PageTexts.of(language).say("period.fewer"))
                            .doesNotContainPattern("[0-9%]");
                }
            }
        }
    }

    @Test
    void a_change_is_in_percent_up_to_three_times_as_many() {
        assertThat(change("en", exactly(20), exactly(25))).isEqualTo("About 25% more");
        assertThat(change("en", exactly(20), exactly(60))).isEqualTo("About 200% more");
        assertThat(change("en", exactly(20), exactly(61))).isEqualTo("More");
        assertThat(change("en", exactly(20), exactly(5))).isEqualTo("About 75% fewer");
    }

    @Test
    void bands_that_overlap_say_nothing_and_only_exact_figures_are_the_same() {
        assertThat(change("en", exactly(20), exactly(20))).isEqualTo("No change");
        assertThat(change("en", NOBODY, NOBODY)).isEqualTo("No change");
        assertThat(change("en", FEW, FEW)).isEqualTo("No clear difference");
        assertThat(change("en", new FigureRange(18, 24), new FigureRange(24, 30)))
                .isEqualTo("No clear difference");
        assertThat(change("en", new FigureRange(18, 22), new FigureRange(24, 26)))
                .isEqualTo("About 25% more");
    }

    private static FigureRange exactly(long n) {
        return new FigureRange(n, n);
    }

    private static String change(String language, FigureRange before, FigureRange now) {
        return PeriodView.change(PageTexts.of(language), before, now);
    }
}
