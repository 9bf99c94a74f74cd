package exeat.casework.value;

import static exeat.casework.World.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.decide.CaseFacts;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Stage;
import exeat.casework.value.birth.BirthDate;
import exeat.casework.value.birth.BirthDate.Ages;
import exeat.casework.value.birth.BirthDate.Precision;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A date of birth as far as it is known, on month ends, on 29 February and at New Year. */
class BirthDateTest {

    private static BirthDate born(String text) {
        return BirthDate.parse(text).orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void each_form_is_read_and_written_the_same() {
        for (var text :
                List.of(
                        "1930-05-01",
                        "1930-05",
                        "1930",
                        "0001",
                        "1930-05-01/1931-02-28",
                        "1930-12-31/1931-01-01",
                        "1930-07-28[chinese=1930-06L-03]",
                        "1930-06-28[dangi=1930-06-03]")) {
            assertThat(born(text).text()).isEqualTo(text);
            assertThat(born(text)).hasToString(text);
        }
    }

    @Test
    void nothing_else_is_a_date_of_birth() {
        for (var text :
                List.of(
                        "",
                        "30",
                        "1930-5",
                        "1930-13",
                        "1930-02-29",
                        "+1930-05-01",
                        "-1930",
                        "1930-05-01/",
                        "/1930-05-01",
                        "1930/1931",
                        "1931-02-28/1930-05-01",
                        "1930-05-01/1930-05-02/1930-05-03",
                        "1930-05[chinese=1930-04-03]",
                        "1930-05-01[japanese=1930-04-03]",
                        "1930-05-01[chinese=1930-13-03]",
                        "1930-05-01[chinese=1930-04-31]",
                        "1930-05-01[chinese=1930-04-03",
                        "１９３０")) {
            assertThat(BirthDate.parse(text)).as(text).isEmpty();
        }
        assertThatThrownBy(() -> BirthDate.between(day("1930-05-02"), day("1930-05-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_month_ends_on_its_last_day_and_a_year_at_new_year() {
        assertThat(born("1931-02").latest()).isEqualTo(day("1931-02-28"));
        assertThat(born("1932-02").latest()).isEqualTo(day("1932-02-29"));
        assertThat(born("1931-04").latest()).isEqualTo(day("1931-04-30"));
        assertThat(born("1931").earliest()).isEqualTo(day("1931-01-01"));
        assertThat(born("1931").latest()).isEqualTo(day("1931-12-31"));
    }

    @Test
    void the_same_days_are_the_same_date_however_they_were_told() {
        assertThat(born("1932-02-01/1932-02-29")).isEqualTo(born("1932-02"));
        assertThat(born("1931-02-01/1931-02-28").precision()).isEqualTo(Precision.MONTH);
        assertThat(born("1932-02-01/1932-02-28").precision()).isEqualTo(Precision.BETWEEN);
        assertThat(born("1931-01-01/1931-12-31").text()).isEqualTo("1931");
        assertThat(born("1931-05-01/1931-05-01").precision()).isEqualTo(Precision.DAY);
        assertThat(born("1931-01-01/1932-12-31").precision()).isEqualTo(Precision.BETWEEN);
    }

    @Test
    void ages_are_of_the_latest_and_of_the_earliest_day() {
        assertThat(born("1945").agesOn(day("1963-12-30"))).isEqualTo(new Ages(17, 18));
        assertThat(born("1945").agesOn(day("1963-12-31"))).isEqualTo(new Ages(18, 18));
        assertThat(born("1945").agesOn(day("1963-01-01"))).isEqualTo(new Ages(17, 18));
        assertThat(born("1945").agesOn(day("1962-12-31"))).isEqualTo(new Ages(17, 17));
        assertThat(born("1945").agesOn(day("1962-12-30"))).isEqualTo(new Ages(16, 17));
        assertThat(born("1963").agesOn(day("1963-08-08")))
                .as("perhaps not born yet")
                .isEqualTo(new Ages(0, 0));
        assertThat(born("1944-02").agesOn(day("1962-02-28"))).isEqualTo(new Ages(17, 18));
        assertThat(born("1944-02").agesOn(day("1962-03-01"))).isEqualTo(new Ages(18, 18));
        assertThat(born("1944-02-29").agesOn(day("1962-02-28"))).isEqualTo(new Ages(17, 17));
    }

    @Test
    void whoever_may_be_under_age_is_a_minor_until_the_last_day_that_it_can_be() {
        assertThat(born("1945").isMinorOn(day("1963-12-30"))).isTrue();
        assertThat(born("1945").isMinorOn(day("1963-12-31"))).isFalse();
        assertThat(born("1945-01-31").isMinorOn(day("1963-01-30"))).isTrue();
        assertThat(born("1945-01-31").isMinorOn(day("1963-01-31"))).isFalse();
        assertThat(born("1944-02").isMinorOn(day("1962-02-28"))).isTrue();
    }

    @Test
    void it_may_be_each_of_its_days_and_no_other() {
        var born = born("1931-12");
        assertThat(born.mayBe(day("1931-12-01"))).isTrue();
        assertThat(born.mayBe(day("1931-12-31"))).isTrue();
        assertThat(born.mayBe(day("1931-11-30"))).isFalse();
        assertThat(born.mayBe(day("1932-01-01"))).isFalse();
        assertThat(born.mayBe(born("1931"))).isTrue();
        assertThat(born.mayBe(born("1931-12-31/1932-03-01"))).isTrue();
        assertThat(born.mayBe(born("1932"))).isFalse();
    }

    private static Optional<Code> filed(Traveller... travellers) {
        var apply = new CaseCommand.Apply(World.CASE, World.application(travellers), Map.of());
        return new World().give(new Actor.Stranger(), apply) instanceof Response.Rejected(var why)
                ? Optional.of(why.code())
                : Optional.empty();
    }

    private static Traveller adult(String born) {
        return Born.on(born, World.adult(ONE, "KP", new Purpose("return"), Facts.NONE));
    }

    /** In the world of these tests it is September 1963. */
    @Test
    void intake_takes_what_somebody_living_can_be() {
        assertThat(filed(adult("1930"))).isEmpty();
        assertThat(filed(adult("1930-02"))).isEmpty();
        assertThat(filed(adult("1930-12-31/1931-01-01"))).isEmpty();
        assertThat(filed(adult("1930-06-28[dangi=1930-06-03]"))).isEmpty();
        assertThat(filed(adult("1964"))).as("not born yet").contains(Code.BAD_DATE);
        assertThat(filed(adult("1963-10"))).as("not born yet").contains(Code.BAD_DATE);
        assertThat(filed(adult("1832"))).as("on its last day not 131").isEmpty();
        assertThat(filed(adult("1831"))).contains(Code.BAD_DATE);
    }

    private static final List<Guardian> MOTHER = List.of(new Guardian("mother", Optional.empty()));

    @Test
    void whoever_may_be_a_minor_has_guardians_and_is_none() {
        var purpose = new Purpose("return");
        assertThat(filed(adult("1945"))).as("17 or 18").contains(Code.BAD_VALUE);
        assertThat(filed(Born.on("1945", World.child(ONE, purpose, MOTHER)))).isEmpty();
        assertThat(filed(Born.on("1944", World.child(ONE, purpose, MOTHER))))
                .as("18 or 19")
                .contains(Code.BAD_VALUE);
        var two = new TravellerNo(2);
        var child = World.child(two, purpose, List.of(new Guardian("x", Optional.of(ONE))));
        assertThat(filed(adult("1944"), child)).isEmpty();
        assertThat(filed(Born.on("1945", World.child(ONE, purpose, MOTHER)), child))
                .as("somebody who may be a minor answers for nobody")
                .contains(Code.BAD_VALUE);
    }

    @Test
    void two_guardians_of_one_name_who_may_be_born_on_one_day_are_one() {
        var purpose = new Purpose("return");
        var two = new TravellerNo(2);
        var mother = World.adult(two, "KP", purpose, Facts.NONE);
        var child =
                World.child(
                        new TravellerNo(3),
                        purpose,
                        List.of(
                                new Guardian("x", Optional.of(ONE)),
                                new Guardian("y", Optional.of(two))));
        assertThat(filed(adult("1930"), Born.on("1931", mother), child)).isEmpty();
        assertThat(filed(adult("1930"), Born.on("1930-05", mother), child))
                .contains(Code.BAD_VALUE);
    }

    @Test
    void the_rules_read_an_age_as_the_ages_that_it_can_be() {
        assertThat(age("1930-05-01")).isEqualTo(Facts.NONE.with(AGE, Value.of(33)));
        assertThat(age("1930-05")).isEqualTo(Facts.NONE.with(AGE, Value.of(33)));
        assertThat(age("1930"))
                .isEqualTo(
                        Facts.NONE.with(
                                AGE,
                                new ValueSet.Between(
                                        Optional.of(Value.of(32)), Optional.of(Value.of(33)))));
        var said = Facts.NONE.with(AGE, Value.of(33));
        assertThat(age("1930", said)).as("two officers found the record").isEqualTo(said);
    }

    private static final FactName AGE = World.fact("age");

    private static Facts age(String born) {
        return age(born, Facts.NONE);
    }

    private static Facts age(String born, Facts said) {
        var world = new World();
        var context =
                new Context(
                        world.now, World.DIRECTIVE, new Actor.Clock(), Set.of(), "", world.force);
        return CaseFacts.of(context, adult(born), said, world.today()).only(Set.of(AGE));
    }

    @Test
    void a_person_decides_where_only_what_is_known_in_part_is_open() {
        var world = new World().applied(adult("1930")).confirmed();
        var found = world.traveller().finding().orElseThrow();
        var open = age("1930");
        world.record(World.CASE, new TravellerEvent.Found(ONE, waitsFor(found, open, AGE)));
        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
        var asked = World.fact("ethnicity");
        world.record(World.CASE, new TravellerEvent.Found(ONE, waitsFor(found, open, AGE, asked)));
        assertThat(world.stage()).isEqualTo(Stage.UNANSWERED);
    }

    private static Finding waitsFor(Finding found, Facts known, FactName... open) {
        return new Finding(
                found.directive(),
                Outcome.REFER,
                Optional.of(Finding.ReferReason.UNANSWERED),
                found.purpose(),
                List.of(),
                found.burden(),
                List.of(),
                known,
                List.of(open),
                List.of(),
                List.of());
    }

    @Test
    void nobody_declares_one_of_several_values() {
        var set = Objects.requireNonNull(age("1930").sets().get(AGE));
        var declared = Facts.NONE.with(World.fact("ethnicity"), set);
        var t = adult("1930");
        var odd =
                new Traveller(
                        t.no(),
                        t.names(),
                        t.birthDate(),
                        t.nationality(),
                        t.residence(),
                        t.purpose(),
                        declared,
                        t.documents(),
                        t.guardians(),
                        t.language(),
                        t.contact());
        assertThat(filed(odd)).contains(Code.BAD_VALUE);
    }
}
