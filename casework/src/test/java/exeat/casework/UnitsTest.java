package exeat.casework;

import static exeat.casework.World.JILIN;
import static exeat.casework.World.JILIN_FA;
import static exeat.casework.World.ROOT;
import static exeat.casework.World.TREE;
import static exeat.casework.World.TUMEN_FA;
import static exeat.casework.World.TUMEN_PS;
import static exeat.casework.World.YANJI;
import static exeat.casework.World.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.decide.UnitRules;
import exeat.casework.state.UnitRegister;
import exeat.casework.value.OfficerId;
import exeat.casework.value.UnitChange;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The register of units, and what two administrators may change in it. */
class UnitsTest {

    private static final LocalDate DAY = LocalDate.of(1963, 9, 2);
    private static final AuthorityId NOWHERE = new AuthorityId("nowhere");

    private static UnitRegister register(UnitChange... changes) {
        var founded = new TreeMap<AuthorityId, UnitRegister.Founding>();
        for (var unit : TREE.all()) {
            founded.put(
                    unit.id(),
                    new UnitRegister.Founding(unit.parent(), "0".repeat(64), Instant.EPOCH));
        }
        var made = new ArrayList<UnitRegister.Change>();
        for (var change : changes) {
            made.add(
                    new UnitRegister.Change(
                            made.size() + 1,
                            change,
                            "a reform",
                            new OfficerId("a.1"),
                            new OfficerId("a.2"),
                            Instant.EPOCH));
        }
        return new UnitRegister(founded, made);
    }

    private static UnitChange.Renamed renamed(AuthorityId unit, String name, LocalDate from) {
        return new UnitChange.Renamed(unit, new TreeMap<>(Map.of("en", name)), from);
    }

    private static Optional<Code> refused(UnitRegister register, UnitChange change) {
        return new UnitRules(register, List.of(World.DIRECTIVE), DAY)
                .refusal(change)
                .map(Rejection::code);
    }

    @Test
    void a_unit_has_on_each_day_the_name_of_that_day() {
        var names = new TreeMap<>(Map.of("en", "Yanji Office", "ko", "연길 사무소"));
        var register =
                register(
                        new UnitChange.Renamed(YANJI_FA, names, DAY.plusDays(30)),
                        renamed(YANJI_FA, "Yanji Bureau", DAY.plusDays(10)));

        assertThat(register.name(YANJI_FA, DAY.plusDays(9), "en")).isEmpty();
        assertThat(register.name(YANJI_FA, DAY.plusDays(10), "en")).contains("Yanji Bureau");
        assertThat(register.name(YANJI_FA, DAY.plusDays(29), "ko")).contains("Yanji Bureau");
        assertThat(register.name(YANJI_FA, DAY.plusDays(30), "en")).contains("Yanji Office");
        assertThat(register.name(YANJI_FA, DAY.plusDays(30), "ko")).contains("연길 사무소");
        assertThat(register.name(TUMEN_FA, DAY.plusDays(30), "en")).isEmpty();
        assertThat(register.history(YANJI_FA)).hasSize(2);
    }

    @Test
    void a_name_that_no_day_had_is_none_of_the_names_of_a_unit() {
        var bureau = renamed(YANJI_FA, "Yanji Bureau", DAY);
        var register =
                register(
                        renamed(YANJI_FA, "Yanji House", DAY.plusDays(9)),
                        renamed(YANJI_FA, "Yanji Office", DAY),
                        bureau,
                        renamed(TUMEN_FA, "Tumen Bureau", DAY));

        assertThat(register.names(YANJI_FA))
                .containsExactly(
                        Map.entry(DAY, bureau.names()),
                        Map.entry(DAY.plusDays(9), new TreeMap<>(Map.of("en", "Yanji House"))));
        assertThat(register.names(TUMEN_PS)).isEmpty();
    }

    @Test
    void of_two_changes_for_one_day_the_one_made_later_holds() {
        var register =
                register(
                        renamed(YANJI_FA, "Yanji Office", DAY),
                        renamed(YANJI_FA, "Yanji Bureau", DAY),
                        new UnitChange.Moved(YANJI, ROOT, DAY),
                        new UnitChange.Moved(YANJI, JILIN, DAY));

        assertThat(register.name(YANJI_FA, DAY, "en")).contains("Yanji Bureau");
        assertThat(register.parent(YANJI, DAY)).contains(JILIN);
    }

    @Test
    void a_unit_that_is_merged_has_a_successor_from_its_day_on() {
        var register = register(new UnitChange.Merged(YANJI_FA, TUMEN_FA, DAY));

        assertThat(register.closed(TREE, DAY.minusDays(1))).isEmpty();
        assertThat(register.closed(TREE, DAY)).isEqualTo(Map.of(YANJI_FA, TUMEN_FA));
        assertThat(register.isOpen(YANJI_FA, DAY.minusDays(1))).isTrue();
        assertThat(register.isOpen(YANJI_FA, DAY)).isFalse();
        assertThat(register.history(TUMEN_FA)).hasSize(1);
    }

    @Test
    void a_successor_that_is_merged_hands_on_its_work() {
        var hunchun = new AuthorityId("jl-hunchun-fa");
        var register =
                register(
                        new UnitChange.Merged(YANJI_FA, TUMEN_FA, DAY),
                        new UnitChange.Merged(TUMEN_FA, hunchun, DAY.plusDays(5)));

        assertThat(register.closed(TREE, DAY)).isEqualTo(Map.of(YANJI_FA, TUMEN_FA));
        assertThat(register.closed(TREE, DAY.plusDays(5)))
                .isEqualTo(Map.of(YANJI_FA, hunchun, TUMEN_FA, hunchun));
    }

    @Test
    void the_work_of_a_unit_that_closes_goes_up() {
        var register = register(new UnitChange.Closed(YANJI_FA, DAY));

        assertThat(register.closed(TREE, DAY)).isEqualTo(Map.of(YANJI_FA, JILIN_FA));
    }

    @Test
    void the_issuer_has_the_work_of_units_that_would_hand_it_to_one_another() {
        var register =
                register(
                        new UnitChange.Closed(YANJI_FA, DAY),
                        new UnitChange.Merged(JILIN_FA, YANJI_FA, DAY));

        assertThat(register.closed(TREE, DAY)).containsEntry(JILIN_FA, ROOT);
    }

    @Test
    void the_work_goes_up_where_a_directive_does_not_know_the_successor() {
        var register = register(new UnitChange.Merged(YANJI_FA, NOWHERE, DAY));

        assertThat(register.closed(TREE, DAY)).isEqualTo(Map.of(YANJI_FA, JILIN_FA));
    }

    @Test
    void what_cannot_be_is_refused() {
        var register = register();

        assertThat(refused(register, renamed(NOWHERE, "Nowhere", DAY))).contains(Code.NOT_FOUND);
        assertThat(refused(register, renamed(YANJI_FA, "Bureau", DAY.minusDays(1))))
                .contains(Code.BAD_DATE);
        assertThat(refused(register, renamed(YANJI_FA, " ", DAY))).contains(Code.BAD_VALUE);
        assertThat(
                        refused(
                                register,
                                new UnitChange.Renamed(
                                        YANJI_FA, new TreeMap<>(Map.of("ko", "연길")), DAY)))
                .contains(Code.BAD_VALUE);
        assertThat(refused(register, new UnitChange.Merged(YANJI_FA, TUMEN_PS, DAY)))
                .contains(Code.BAD_VALUE);
        assertThat(refused(register, new UnitChange.Merged(YANJI_FA, YANJI_FA, DAY)))
                .contains(Code.BAD_VALUE);
        assertThat(refused(register, new UnitChange.Merged(YANJI_FA, NOWHERE, DAY)))
                .contains(Code.NOT_FOUND);
        assertThat(refused(register, new UnitChange.Closed(ROOT, DAY))).contains(Code.NOT_ALLOWED);
        // An area closes last, or the units in it would belong nowhere.
        assertThat(refused(register, new UnitChange.Closed(YANJI, DAY))).contains(Code.WRONG_STAGE);
        assertThat(refused(register, new UnitChange.Moved(JILIN, YANJI, DAY)))
                .contains(Code.BAD_VALUE);
        assertThat(refused(register, new UnitChange.Moved(YANJI, JILIN, DAY)))
                .contains(Code.BAD_VALUE);
    }

    @Test
    void a_name_that_hides_something_or_that_another_unit_has_is_refused() {
        for (var name :
                List.of(
                        "Yanji\u202eOffice",
                        "Yanji\u2066",
                        "Yanji\u200bOffice",
                        "\u3164",
                        "\u0007")) {
            assertThat(refused(register(), renamed(YANJI_FA, name, DAY)))
                    .as(name)
                    .contains(Code.BAD_VALUE);
        }
        var own = TREE.get(YANJI_FA).name();
        var other = TREE.get(new AuthorityId("jl-yanji-ps")).name();
        assertThat(refused(register(), renamed(YANJI_FA, own, DAY))).contains(Code.ALREADY_EXISTS);
        assertThat(refused(register(), renamed(YANJI_FA, other.toUpperCase(Locale.ROOT), DAY)))
                .contains(Code.ALREADY_EXISTS);
        var later =
                register(renamed(new AuthorityId("jl-yanji-ps"), "Yanji Police", DAY.plusDays(9)));
        assertThat(refused(later, renamed(YANJI_FA, other, DAY))).contains(Code.ALREADY_EXISTS);
        assertThat(refused(later, renamed(YANJI_FA, "Yanji  Police", DAY)))
                .contains(Code.ALREADY_EXISTS);
        assertThat(refused(later, renamed(YANJI_FA, other, DAY.plusDays(9)))).isEmpty();
    }

    @Test
    void a_reason_says_something_and_hides_nothing() {
        assertThat(UnitRules.isReason("Few live there.\nThe ministry agreed.")).isTrue();
        assertThat(UnitRules.isReason("이 기관은 폐쇄되었습니다")).isTrue();
        for (var reason : List.of("", " \n", "\u3164", "good\u202edab", "a\u200bb", "a\u0000")) {
            assertThat(UnitRules.isReason(reason)).as(reason).isFalse();
        }
    }

    @Test
    void an_issuer_stays_and_nothing_goes_below_an_office_or_to_another_directive() {
        var elsewhere = new AuthorityId("elsewhere");
        var founded = new TreeMap<>(register().founded());
        founded.put(elsewhere, new UnitRegister.Founding(Optional.empty(), "0", Instant.EPOCH));
        var register = new UnitRegister(founded, List.of());

        assertThat(refused(register, new UnitChange.Moved(ROOT, elsewhere, DAY)))
                .contains(Code.NOT_ALLOWED);
        assertThat(refused(register, new UnitChange.Moved(YANJI_FA, TUMEN_FA, DAY)))
                .contains(Code.BAD_VALUE);
        assertThat(refused(register, new UnitChange.Moved(YANJI_FA, elsewhere, DAY)))
                .contains(Code.BAD_VALUE);
        assertThat(refused(register, new UnitChange.Merged(YANJI_FA, elsewhere, DAY)))
                .contains(Code.BAD_VALUE);
    }

    @Test
    void what_can_be_is_not_refused() {
        assertThat(refused(register(), renamed(YANJI_FA, "Yanji Bureau", DAY))).isEmpty();
        assertThat(refused(register(), new UnitChange.Merged(YANJI_FA, TUMEN_FA, DAY))).isEmpty();
        assertThat(refused(register(), new UnitChange.Closed(YANJI_FA, DAY))).isEmpty();
        assertThat(refused(register(), new UnitChange.Moved(YANJI, ROOT, DAY))).isEmpty();
    }

    @Test
    void an_area_closes_once_all_in_it_has() {
        var changes = new ArrayList<UnitChange>();
        for (var unit : TREE.children(YANJI)) {
            changes.add(new UnitChange.Closed(unit.id(), DAY.plusDays(1)));
        }
        var register = register(changes.toArray(UnitChange[]::new));

        assertThat(refused(register, new UnitChange.Closed(YANJI, DAY))).contains(Code.WRONG_STAGE);
        assertThat(refused(register, new UnitChange.Closed(YANJI, DAY.plusDays(1)))).isEmpty();
    }

    @Test
    void a_unit_ends_once_and_nothing_ends_in_one_that_ends() {
        var register = register(new UnitChange.Merged(YANJI_FA, TUMEN_FA, DAY.plusDays(1)));

        assertThat(refused(register, new UnitChange.Closed(YANJI_FA, DAY.plusDays(2))))
                .contains(Code.ALREADY_EXISTS);
        assertThat(refused(register, renamed(YANJI_FA, "Bureau", DAY)))
                .contains(Code.ALREADY_EXISTS);
        assertThat(refused(register, new UnitChange.Merged(JILIN_FA, YANJI_FA, DAY)))
                .contains(Code.NOT_FOUND);
    }

    @Test
    void a_pack_must_place_units_where_the_register_has_them_on_its_day() {
        var register = register(new UnitChange.Moved(YANJI, ROOT, DAY));
        var moved =
                new AuthorityTree(
                        TREE.all().stream()
                                .map(unit -> unit.id().equals(YANJI) ? below(unit, ROOT) : unit)
                                .toList());

        assertThat(register.disagreements(TREE, DAY.minusDays(1))).isEmpty();
        assertThat(register.disagreements(moved, DAY)).isEmpty();
        assertThat(register.disagreements(TREE, DAY))
                .containsExactly(
                        new UnitRegister.Disagreement(
                                YANJI, TREE.get(YANJI).parent().orElseThrow(), ROOT));
        assertThat(UnitRegister.NONE.disagreements(TREE, DAY)).isEmpty();
    }

    private static Authority below(Authority unit, AuthorityId parent) {
        return new Authority(
                unit.id(),
                Optional.of(parent),
                unit.function(),
                unit.roles(),
                unit.name(),
                unit.place(),
                unit.addressee(),
                unit.borderPost());
    }
}
