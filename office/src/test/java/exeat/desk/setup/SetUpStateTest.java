package exeat.desk.setup;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.setup.SetUpState.BackupProof;
import exeat.desk.setup.SetUpState.Under;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SetUpStateTest {

    private static final SortedSet<UnitFunction> NONE = new TreeSet<>();
    private static final SortedSet<UnitFunction> CUSTOMS =
            new TreeSet<>(List.of(new UnitFunction("customs")));

    private static final Under READY = under("a", true, 2, true, NONE, 2, 2);

    private static Under under(
            String id,
            boolean putInForce,
            int lawyers,
            boolean issuer,
            SortedSet<UnitFunction> without,
            int... deciders) {
        return new Under(
                id,
                putInForce,
                lawyers,
                issuer,
                without,
                deciders[0],
                deciders[1],
                NONE,
                new TreeSet<>());
    }

    private static SetUpState of(int departures, boolean erased, Under... directives) {
        return new SetUpState(
                2, 2, List.of(directives), true, BackupProof.RESTORED, departures, erased);
    }

    @Test
    void an_empty_office_needs_every_step_and_begins_with_its_operators() {
        var empty = new SetUpState(0, 0, List.of(), false, BackupProof.NONE, 0, false);
        assertThat(empty.open()).containsExactly(SetUpStep.values());
        assertThat(empty.next()).contains(SetUpStep.OPERATORS);
        assertThat(empty.nearest()).isEmpty();
    }

    @Test
    void it_is_whole_once_a_test_case_went_the_road_and_was_erased() {
        assertThat(of(0, true, READY).open())
                .as("what was erased before is no test of the road")
                .containsExactly(SetUpStep.TEST_CASE, SetUpStep.ERASED);
        assertThat(of(1, false, READY).open()).containsExactly(SetUpStep.ERASED);
        assertThat(of(1, true, READY).next()).isEmpty();
        assertThat(of(2, false, READY).next()).as("it is at work").isEmpty();
    }

    @Test
    void nothing_takes_one_person_where_it_takes_two() {
        var one = new SetUpState(1, 1, List.of(READY), true, BackupProof.RESTORED, 1, true);
        assertThat(one.open()).containsExactly(SetUpStep.OPERATORS, SetUpStep.ADMINISTRATORS);
        assertThat(of(0, false, under("a", false, 1, true, NONE, 2, 0)).next())
                .contains(SetUpStep.ISSUER);
        assertThat(of(0, false, under("a", false, 2, false, NONE, 2, 0)).next())
                .contains(SetUpStep.ISSUER);
        assertThat(of(1, true, under("a", true, 0, false, NONE, 1, 1)).open())
                .as("those who signed may have left")
                .containsExactly(SetUpStep.OFFICERS);
        assertThat(of(0, false, under("a", true, 2, true, NONE, 2, 1)).next())
                .contains(SetUpStep.BRIEFING);
        assertThat(of(1, true, under("a", true, 2, true, CUSTOMS, 2, 2)).open())
                .containsExactly(SetUpStep.OFFICERS);
    }

    @Test
    void a_new_edition_that_nobody_has_read_yet_is_no_new_set_up() {
        assertThat(of(1, true, under("a", true, 2, true, NONE, 2, 0)).next()).isEmpty();
    }

    @Test
    void it_is_ready_for_a_test_case_only_once_the_directive_came_down_the_whole_road() {
        var committee = new TreeSet<>(List.of(new AuthorityId("jl-yanji")));
        var stuck = new Under("a", true, 2, true, NONE, 2, 2, NONE, committee);
        assertThat(of(0, false, stuck).next()).contains(SetUpStep.OFFICERS);
        var unread = new Under("a", true, 2, true, NONE, 2, 2, CUSTOMS, new TreeSet<>());
        assertThat(of(0, false, unread).next()).contains(SetUpStep.BRIEFING);
        assertThat(of(0, false, READY).next()).contains(SetUpStep.TEST_CASE);
    }

    @Test
    void of_several_directives_the_one_that_is_furthest_counts() {
        var begun = under("b", false, 0, false, CUSTOMS, 0, 0);
        var also = under("c", true, 2, true, NONE, 2, 2);
        assertThat(of(1, true, begun, READY, also).nearest()).contains(READY);
        assertThat(of(1, true, begun, READY).next()).isEmpty();
        assertThat(of(0, false, begun).open()).contains(SetUpStep.ISSUER, SetUpStep.IN_FORCE);
    }

    @Test
    void a_backup_counts_once_it_was_restored_and_what_fails_later_is_no_new_set_up() {
        for (var backup : BackupProof.values()) {
            var before = new SetUpState(2, 2, List.of(READY), true, backup, 0, false);
            assertThat(before.isDone(SetUpStep.BACKUP))
                    .as("%s", backup)
                    .isEqualTo(backup == BackupProof.RESTORED);
        }
        assertThat(new SetUpState(2, 2, List.of(READY), true, BackupProof.FAILED, 2, false).next())
                .isEmpty();
        assertThat(
                        new SetUpState(2, 2, List.of(READY), true, BackupProof.UNTESTED, 2, false)
                                .next())
                .contains(SetUpStep.BACKUP);
    }
}
