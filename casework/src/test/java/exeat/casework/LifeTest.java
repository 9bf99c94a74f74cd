package exeat.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.StageTransitions.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of the life, and its drawing. */
class LifeTest {

    /** {@code -Dexeat.golden=write} rewrites the drawing; read the diff. */
    @Test
    void the_drawing_in_the_documentation_is_the_table() throws IOException {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var page = Path.of(root, "docs", "life.md");
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, StageTransitions.page());
        }

        assertThat(Files.readString(page)).isEqualTo(StageTransitions.page());
    }

    @Test
    void every_stage_can_be_reached_and_only_ends_lead_nowhere() {
        assertThat(reachable(Stage.UNCONFIRMED)).containsExactlyInAnyOrder(Stage.values());
        for (var stage : Stage.values()) {
            assertThat(
                            StageTransitions.STEPS.stream()
                                    .filter(s -> s.turn() != Transition.WITHDRAWAL_UNDONE)
                                    .anyMatch(s -> s.from().equals(Optional.of(stage))))
                    .as(stage.name())
                    .isEqualTo(!StageTransitions.ENDS.contains(stage));
        }
    }

    /** Nobody who was never there loses more than time: it leads back to every stage it ended. */
    @Test
    void what_two_officers_ended_in_person_goes_on_from_where_it_stood() {
        for (var step : StageTransitions.STEPS) {
            if (step.turn() == Transition.WITHDRAWN) {
                var stood = step.from().orElseThrow();
                assertThat(
                                StageTransitions.back(
                                        Stage.WITHDRAWN, Transition.WITHDRAWAL_UNDONE, stood))
                        .isEqualTo(stood);
            }
        }
        assertThatThrownBy(() ->
                        StageTransitions.back(
                                Stage.WITHDRAWN, Transition.WITHDRAWAL_UNDONE, Stage.CLOSED))
                .isInstanceOf(IllegalStateException.class);
    }

    /** A refusal, a set-aside or a revocation never is the last word. */
    @Test
    void from_every_adverse_stage_there_is_a_way_back() {
        for (var stage : Set.of(Stage.REFUSED, Stage.SET_ASIDE, Stage.REVOKED)) {
            assertThat(reachable(stage)).contains(Stage.AUTHORISED);
        }
    }

    @Test
    void only_two_officers_refuse_and_only_a_referred_application() {
        assertThat(StageTransitions.STEPS)
                .filteredOn(step -> step.to() == Stage.REFUSED)
                .filteredOn(step -> step.turn() != Transition.WITHDRAWAL_UNDONE)
                .containsExactly(
                        new StageTransitions.Step(
                                Optional.of(Stage.REFERRED),
                                StageTransitions.Transition.REFUSED,
                                Stage.REFUSED,
                                StageTransitions.Who.TWO_OFFICERS));
    }

    @Test
    void neither_the_rules_nor_the_clock_ever_work_against_a_traveller() {
        var adverse = EnumSet.of(Stage.REFUSED, Stage.SET_ASIDE, Stage.REVOKED, Stage.WITHDRAWN);
        assertThat(StageTransitions.STEPS)
                .filteredOn(s ->
                        s.who() == StageTransitions.Who.RULES
                                || s.who() == StageTransitions.Who.CLOCK)
                .noneMatch(step -> adverse.contains(step.to()));
    }

    private static Set<Stage> reachable(Stage from) {
        var seen = EnumSet.of(from);
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            var at = Optional.of(open.remove());
            StageTransitions.STEPS.stream()
                    .filter(step -> step.from().equals(at) && seen.add(step.to()))
                    .forEach(step -> open.add(step.to()));
        }
        return seen;
    }
}
