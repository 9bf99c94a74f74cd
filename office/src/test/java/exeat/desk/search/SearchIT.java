package exeat.desk.search;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.ONE;
import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.TUMEN_BD;
import static exeat.desk.Town.TUMEN_FA;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static exeat.desk.Town.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.access.SearchView;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.desk.intake.BornOn;
import exeat.desk.protection.ClaimDoor;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Purpose;
import exeat.store.OfficeException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An officer finds a person within their jurisdiction, and a claim changes nothing of it. */
class SearchIT {

    private static final LocalDate BORN = LocalDate.of(1951, 2, 3);

    private final Town town = Town.shared();

    /** What other tests' lists and searches showed to the same officers counts no longer. */
    @BeforeAll
    static void anHourLater() {
        Town.shared().pass(Duration.ofMinutes(61));
    }

    /** A family name that nobody else has. */
    private final String family =
            "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "ovská";

    private Traveller person(TravellerNo no, String given) {
        var plain = Town.person(no, BORN, "CN", new Purpose("settle"), Town.routeA(), List.of());
        return new Traveller(
                no,
                List.of(new PersonName("Latn", family, given)),
                plain.birthDate(),
                plain.nationality(),
                plain.residence(),
                plain.purpose(),
                plain.declared(),
                plain.documents(),
                plain.guardians(),
                plain.language(),
                plain.contact());
    }

    private Town.Filing filed() {
        var filing = town.confirmed(person(ONE, "Ana"));
        town.office.search().index().fill();
        return filing;
    }

    private SearchAnswer byName(AuthorityId unit, String name) {
        return town.office.search().byPerson(town.officer(unit), name, BORN);
    }

    private SearchAnswer byNumber(AuthorityId unit, String number) {
        return town.office.search().byNumber(town.officer(unit), number);
    }

    private static List<String> numbers(SearchAnswer answer) {
        assertThat(answer).isInstanceOf(SearchAnswer.Found.class);
        return ((SearchAnswer.Found) answer).hits().stream().map(SearchHit::number).toList();
    }

    @Test
    void a_person_at_the_counter_is_found_by_number_paper_or_name_with_date_of_birth() {
        var filing = filed();
        for (var typed :
                List.of(
                        filing.number(),
                        filing.number().toLowerCase(Locale.ROOT).replace("-", " "),
                        filing.number().replace("0", "O").replace("1", "l"))) {
            assertThat(numbers(byNumber(YANJI_FA, typed)))
                    .as(typed)
                    .containsExactly(filing.number());
        }
        var plain = family.replace("á", "a").toLowerCase(Locale.ROOT);
        for (var typed :
                List.of(
                        family,
                        plain,
                        "Ana " + family,
                        plain.substring(0, plain.length() - 4),
                        "ana " + plain)) {
            assertThat(numbers(byName(YANJI_FA, typed))).as(typed).contains(filing.number());
        }
        assertThat(numbers(byName(YANJI_FA, family + " Eva"))).isEmpty();
        assertThat(
                        numbers(
                                town.office
                                        .search()
                                        .byPerson(
                                                town.officer(YANJI_FA), family, BORN.plusDays(1))))
                .isEmpty();

        town.clear(filing, ONE);
        town.authorise(filing, ONE);
        var paper = town.state(filing, ONE).paper().orElseThrow().number();
        assertThat(numbers(byNumber(YANJI_FA, paper.toLowerCase(Locale.ROOT))))
                .containsExactly(filing.number());
        assertThat(numbers(byNumber(TUMEN_BD, paper))).containsExactly(filing.number());
        assertThat(numbers(byNumber(TUMEN_BD, filing.number())))
                .as("a border post looks by the paper alone")
                .isEmpty();
    }

    @Test
    void a_date_known_in_part_is_found_by_each_day_that_it_can_be() {
        var year = BORN.getYear();
        for (var born :
                List.of(
                        BirthDate.of(Year.from(BORN)),
                        BirthDate.of(YearMonth.from(BORN)),
                        BirthDate.between(BORN.minusYears(1), BORN.plusMonths(2)),
                        BirthDate.between(LocalDate.of(year, 1, 1), BORN))) {
            var own = new SearchIT();
            var filing = own.filed(born);
            assertThat(numbers(own.byName(YANJI_FA, own.family)))
                    .as(born.text())
                    .containsExactly(filing.number());
            assertThat(numbers(own.byName(YANJI_FA, own.family.substring(0, 8))))
                    .as("by its beginning")
                    .containsExactly(filing.number());
            for (var outside : List.of(born.earliest().minusDays(1), born.latest().plusDays(1))) {
                var answer =
                        town.office.search().byPerson(town.officer(YANJI_FA), own.family, outside);
                assertThat(numbers(answer)).as(born + " on " + outside).isEmpty();
            }
            town.pass(Duration.ofMinutes(61));
        }
    }

    private Town.Filing filed(BirthDate born) {
        var filing = town.confirmed(BornOn.of(born, person(ONE, "Ana")));
        town.office.search().index().fill();
        return filing;
    }

    @Test
    void what_is_elsewhere_is_answered_like_what_is_not_there() {
        var filing = filed();
        var nobody = new SearchAnswer.Found(List.of());
        assertThat(byName(TUMEN_FA, family)).isEqualTo(nobody);
        assertThat(byNumber(TUMEN_FA, filing.number())).isEqualTo(nobody);
        assertThat(byName(TUMEN_FA, "Nobody")).isEqualTo(nobody);
        assertThat(byNumber(TUMEN_FA, "EX-0000-0000")).isEqualTo(nobody);
        assertThat(town.office.accessLog().of(town.party(filing)))
                .as("and nobody looked")
                .isEmpty();
    }

    @Test
    void some_look_by_name_some_by_number_and_some_not_at_all() {
        var search = town.office.search();
        assertThat(search.allowed(town.officer(YANJI_FA))).contains(SearchView.By.PERSON);
        assertThat(search.allowed(town.officer(YANJI_PS))).contains(SearchView.By.PERSON);
        assertThat(search.allowed(town.officer(TUMEN_BD))).containsExactly(SearchView.By.PAPER);
        var filing = filed();
        assertThat(search.allowed(town.party(filing))).isEmpty();
        for (Session session : List.of(town.officer(TUMEN_BD), town.party(filing))) {
            assertThatThrownBy(() -> search.byPerson(session, family, BORN))
                    .isInstanceOf(OfficeException.class);
        }
        assertThatThrownBy(() -> search.byNumber(town.party(filing), filing.number()))
                .isInstanceOf(OfficeException.class);
    }

    @Test
    void whoever_was_shown_sees_it_and_who_could_not_be_seen_was_not_shown() {
        var filing = filed();
        assertThat(numbers(byName(YANJI_PS, family))).containsExactly(filing.number());
        byName(YANJI_PS, family);
        assertThat(town.office.accessLog().of(town.party(filing)))
                .singleElement()
                .satisfies(look -> {
                    assertThat(look.unit()).isEqualTo(YANJI_PS);
                    assertThat(look.times()).isEqualTo(1);
                    assertThat(look.facts()).isFalse();
                });
    }

    @Test
    void a_claim_to_protection_changes_no_answer() {
        var filing = filed();
        var units = List.of(YANJI_FA, YANJI_PS, YANJI, JILIN, ROOT, TUMEN_FA);
        var before = answers(units, filing);
        assertThat(before.toString()).contains(filing.number());
        town.done(town.party(filing), new TravellerCommand.ClaimProtection(filing.id(), ONE));
        assertThat(town.office.cases().find(town.officer(YANJI_PS), filing.id()))
                .as("a unit that had something to do has lost the case")
                .isEmpty();
        assertThat(answers(units, filing)).isEqualTo(before);
        town.done(town.party(filing), new TravellerCommand.EndProtectionClaim(filing.id(), ONE));
        assertThat(answers(units, filing)).isEqualTo(before);
    }

    @Test
    void a_claim_by_somebody_else_changes_no_answer() {
        var filing = filed();
        var units = List.of(YANJI_FA, YANJI_PS, JILIN);
        var before = answers(units, filing);
        town.office
                .claims()
                .claim(
                        Optional.empty(),
                        Town.key(),
                        new ClaimDoor.Claim(filing.number(), ONE, "A friend."));
        assertThat(answers(units, filing)).isEqualTo(before);
    }

    /** By name where the unit may, and by number. */
    private List<SearchAnswer> answers(List<AuthorityId> units, Town.Filing filing) {
        var answers = new ArrayList<SearchAnswer>();
        for (var unit : units) {
            answers.add(byNumber(unit, filing.number()));
            if (town.office.search().allowed(town.officer(unit)).contains(SearchView.By.PERSON)) {
                answers.add(byName(unit, family));
            }
        }
        return answers;
    }

    @Test
    void more_than_ten_have_to_be_narrowed() {
        for (int n = 0; n < 11; n++) {
            town.confirmed(person(ONE, n == 0 ? "Ana" : "Eva"));
        }
        town.office.search().index().fill();
        assertThat(byName(YANJI_FA, family)).isEqualTo(new SearchAnswer.TooMany());
        assertThat(numbers(byName(YANJI_FA, family + " Ana"))).hasSize(1);
    }

    @Test
    void an_erasure_takes_the_tokens_and_nothing_brings_them_back() throws Exception {
        var filing = filed();
        town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        assertThat(rows(filing)).isEqualTo(1);
        town.done(
                town.officer(JILIN, 1),
                new ArchiveCommand.ProposeErasure(filing.id(), "Data Act, section 17", "asked"));
        town.done(
                town.officer(JILIN, 2),
                new ArchiveCommand.SecondErasure(filing.id(), "Data Act, section 17", "asked"));
        assertThat(rows(filing)).isZero();
        town.office.search().index().fill();
        assertThat(rows(filing)).isZero();
        assertThat(numbers(byName(YANJI_FA, family))).isEmpty();
    }

    private long rows(Town.Filing filing) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            return Backstage.rows(
                            superuser,
                            """
                            select count(*) as n from exeat.search_person s
                            join exeat.stream t on t.id = s.stream
                            where t.key = '%s' and s.key <> '' and cardinality(s.tokens) %% 8 = 0
                            """
                                    .formatted(filing.id().key()))
                    .getFirst()
                    .number("n");
        }
    }

    @Test
    void equal_names_give_equal_tokens_only_with_the_same_date_of_birth() throws Exception {
        filed();
        var other =
                Town.person(
                        ONE,
                        BORN.plusYears(1),
                        "CN",
                        new Purpose("settle"),
                        Town.routeA(),
                        List.of());
        town.confirmed(
                new Traveller(
                        ONE,
                        List.of(new PersonName("Latn", family, "Ana")),
                        other.birthDate(),
                        other.nationality(),
                        other.residence(),
                        other.purpose(),
                        other.declared(),
                        other.documents(),
                        other.guardians(),
                        other.language(),
                        other.contact()));
        town.office.search().index().fill();
        assertThat(numbers(byName(YANJI_FA, family))).hasSize(1);
        try (var superuser = Backstage.superuser(town)) {
            var shared =
                    Backstage.rows(
                            superuser,
                            """
                            select count(*) as n from exeat.search_person a
                            join exeat.search_person b on a.tokens && b.tokens and a.stream < b.stream
                            where a.stream = (select max(stream) from exeat.search_person)
                                or b.stream = (select max(stream) from exeat.search_person)
                            """);
            assertThat(shared.getFirst().number("n")).isZero();
        }
    }
}
