package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deciding over numbers, dates, absent and withheld, at every bound. */
class DecideTest {

    private static final Path GOOD = Packs.root().resolve("rules/src/test/resources/packs/good");

    private final Directive directive = Pack.read(GOOD);
    private final Facts fits =
            facts("settle")
                    .withAll(one("length of boat", "2"))
                    .withAll(one("day of birth", "1939-12-31"))
                    .withAll(one("home port", "Calais"))
                    .withAll(one("sea legs", "withheld"))
                    .withAll(one("age", "18"));

    DecideTest() throws PackException {}

    @Test
    void a_case_that_fits_is_approved_with_its_ground_and_what_is_not_held() {
        var finding = directive.decide(fits);
        assertThat(finding.outcome()).isEqualTo(Outcome.APPROVE_IN_GENERAL);
        assertThat(finding.grounds()).extracting(Ground::rule).containsExactly("short");
        assertThat(finding.instrumentsNotHeld()).containsExactly("tide-table");
        assertThat(finding.burden().fee()).isEqualByComparingTo("0.5");
        assertThat(finding.facts()).isEqualTo(fits);
    }

    @Test
    void each_bound_is_where_the_table_puts_it() {
        assertApproved("length of boat", List.of("2", "2.0", "7.4999999999"));
        assertReferred("length of boat", List.of("1.9999999999", "7.5", "-2", "absent"));
        assertApproved("day of birth", List.of("1939-12-31", "0001-01-01"));
        assertReferred("day of birth", List.of("1940-01-01", "1940-01-02"));
        assertApproved("home port", List.of("Calais", "brest", " Brest-sur-mer"));
        assertReferred("home port", List.of("Brest", "absent"));
        assertApproved("sea legs", List.of("true", "withheld"));
        assertReferred("sea legs", List.of("false"));
        assertApproved("age", List.of("18", "19", "120"));
        assertReferred("age", List.of("17", "0"));
    }

    @Test
    void facts_that_no_rule_reads_are_taken_and_left_out_of_the_finding() {
        var finding = directive.decide(fits.withAll(one("phone", "123")));
        assertThat(finding.facts()).isEqualTo(fits);
    }

    @Test
    void a_fact_left_out_is_asked_for_unless_another_one_settles_it() {
        for (var fact : List.of("length of boat", "day of birth", "home port", "sea legs", "age")) {
            var left = new java.util.TreeMap<>(fits.values());
            left.remove(new FactName(fact));
            var finding = directive.decide(new Facts(left));
            assertThat(finding.why()).contains(ReferReason.UNANSWERED);
            assertThat(finding.unanswered()).extracting(FactName::text).containsExactly(fact);
        }
        var settled = directive.decide(facts("trip").withAll(one("age", "17")));
        assertThat(settled.why()).contains(ReferReason.UNCOVERED);
        assertThat(settled.burden().reentry()).isTrue();
        assertThat(settled.burden().decisionDays()).isEqualTo(4);
    }

    @Test
    void an_unknown_purpose_is_asked_for_and_the_first_one_stands_in() {
        var finding = directive.decide(one("age", "17"));
        assertThat(finding.unanswered()).containsExactly(new FactName("purpose"));
        assertThat(finding.purpose()).isEqualTo(new Purpose("settle"));
    }

    private void assertApproved(String fact, List<String> values) {
        values.forEach(value ->
                assertThat(with(fact, value))
                        .as("%s %s", fact, value)
                        .isEqualTo(Outcome.APPROVE_IN_GENERAL));
    }

    private void assertReferred(String fact, List<String> values) {
        values.forEach(value ->
                assertThat(with(fact, value)).as("%s %s", fact, value).isEqualTo(Outcome.REFER));
    }

    private Outcome with(String fact, String value) {
        return directive.decide(fits.withAll(one(fact, value))).outcome();
    }

    private Facts facts(String purpose) {
        return one("purpose", purpose);
    }

    private Facts one(String name, String text) {
        var definition = directive.vocabulary().definition(new FactName(name)).orElseThrow();
        return Facts.NONE.with(definition.name(), definition.parse(text).orElseThrow());
    }
}
