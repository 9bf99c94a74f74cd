package exeat.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.state.DueDays;
import exeat.desk.cases.CaseReader.TravellerClock;
import exeat.oversight.TimeAccounting;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.PackException;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a person reads once the highest unit too is late. */
class DelayNoticeTest {

    private static final LocalDate DUE = LocalDate.of(1963, 9, 6);
    private static final Directive DIRECTIVE = directive();
    private static final AuthorityId TOP = DIRECTIVE.authorities().root().id();

    private static Directive directive() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        try {
            return Pack.read(Path.of(root, "directives", "prc-1963"));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<TemplateInstance> pieces(
            AuthorityId unit, LocalDate today, String language) {
        var words = PageTexts.of(language);
        var limit = new DueDays.Limit("decide", "", unit, DUE.minusDays(7), DUE);
        var none = new TimeAccounting(List.of());
        return new DelayNotice(new PackTexts(DIRECTIVE, words), words)
                .of(new TravellerClock(none, List.of(limit)), today);
    }

    @Test
    void it_is_told_from_the_day_after_the_last_one_and_only_of_the_top() {
        var below = new AuthorityId("jl-yanji-fa");
        for (var language : PageTexts.LANGUAGES) {
            assertThat(pieces(TOP, DUE, language)).isEmpty();
            assertThat(pieces(TOP, DUE.plusDays(1), language)).hasSize(4);
            assertThat(pieces(below, DUE.plusDays(1), language)).isEmpty();
        }
    }
}
