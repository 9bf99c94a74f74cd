package exeat.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases of a training are those of the trainees' units, and the last days' work is theirs. */
class FocusTest {

    private static final AuthorityTree TREE = Packs.prc1963().authorities();

    private static final List<String> POSTS = List.of("jl-tumen", "jl-hunchun", "ln-dandong");

    private static Focus on(String... units) {
        return Focus.on(TREE, Arrays.stream(units).map(AuthorityId::new).toList());
    }

    private static List<String> residences(Focus focus) {
        return Caseload.of(7, 300, Packs.answers1963(), focus).stream()
                .map(Household::residence)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void people_live_where_the_trainees_unit_works() {
        assertThat(residences(on("jl-yanji-fa"))).containsExactly("jl-yanji");
        assertThat(residences(on("jl-tumen-cu", "hl-jixi"))).containsExactly("hl-jixi", "jl-tumen");
        assertThat(residences(on("ln-ps")))
                .containsExactly("ln-dandong", "ln-fushun", "ln-kuandian", "ln-shenyang");
        assertThat(residences(on("cn-fa"))).hasSizeGreaterThan(14);
        assertThatThrownBy(() -> on("jl-nowhere-fa")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void they_cross_at_its_post_or_anywhere() {
        assertThat(on("jl-tumen-bd").posts(POSTS)).containsExactly("jl-tumen");
        assertThat(on("jl-changbai-cu").posts(POSTS)).containsExactly("jl-changbai");
        assertThat(on("jl-ps").posts(POSTS)).containsExactly("jl-tumen", "jl-hunchun");
        assertThat(on("jl-yanji-fa").posts(POSTS)).isEqualTo(POSTS);
        assertThat(Focus.everywhere(TREE).posts(POSTS)).isEqualTo(POSTS);
    }

    @Test
    void only_the_last_days_of_its_own_work_are_left_to_trainees() {
        var unit = new AuthorityId("jl-changbai-fa");
        var focus = on(unit.text());
        assertThat(focus.rests(unit, Focus.LAST_DAY)).isFalse();
        assertThat(focus.rests(unit, Focus.LAST_DAY + 1)).isTrue();
        assertThat(focus.rests(new AuthorityId("jl-changbai-ps"), Month.DAYS)).isFalse();
        assertThat(Focus.everywhere(TREE).rests(unit, Month.DAYS)).isFalse();
    }

    /** A trainee of the county that never reads would have no work. */
    @Test
    void in_training_everybody_has_read_the_directive_and_reports_in_time() {
        var all = Focus.everywhere(TREE);
        assertThat(all.isSilent(DemoBriefing.SILENT)).isTrue();
        assertThat(all.isLate(Reporters.LATE)).isTrue();
        assertThat(on("jl-changbai-fa").isSilent(DemoBriefing.SILENT)).isFalse();
        assertThat(on("hl-ningan-fa").isLate(Reporters.LATE)).isFalse();
    }
}
