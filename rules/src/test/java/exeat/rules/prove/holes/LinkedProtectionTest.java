package exeat.rules.prove.holes;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Links that leave some values of a fact to a group of people, or to those who disclose a value.
 */
class LinkedProtectionTest {

    private static final FactName CHURCH = new FactName("church");
    private static final FactName FAITH = new FactName("faith");

    @Test
    void what_only_a_group_can_have_is_a_proxy_of_each_of_them() throws PackException {
        var failure = failures("proxy-group").getFirst();
        assertThat(failure.says())
                .isEqualTo(
                        "What is linked to the shielded value a of faith counts against the person:"
                                + " church.");
        var people = lost("proxy-group", failure);
        assertThat(people.getFirst().value(CHURCH)).contains(Value.of(true));
        assertThat(List.of(Value.of("c"), Value.of("d"), Value.WITHHELD))
                .contains(people.get(1).value(FAITH).orElseThrow());
    }

    @Test
    void numbers_above_a_limit_are_a_group() throws PackException {
        for (var failure : failures("proxy-above")) {
            var people = lost("proxy-above", failure);
            assertThat(people.getFirst().value(new FactName("pension"))).contains(Value.of(true));
        }
    }

    @Test
    void a_value_that_a_link_excludes_is_no_measure_of_what_is_withheld() throws PackException {
        var failures = failures("withheld-excluded");
        assertThat(failures)
                .extracting(Failure::says)
                .contains(
                        "Withholding it gives less than disclosing any value of it that a link"
                                + " leaves: ill.");
        for (var failure : failures) {
            var people = lost("withheld-excluded", failure);
            if (failure.says().startsWith("What is linked")) {
                continue;
            }
            var ill = new FactName("ill");
            assertThat(people.getFirst().value(ill)).contains(Value.WITHHELD);
            assertThat(people.get(1).value(ill))
                    .as("no pension without it")
                    .contains(Value.of(true));
        }
    }

    @Test
    void a_proxy_counts_against_nobody_who_withholds() throws PackException {
        var failure = failures("withheld-proxy").getFirst();
        assertThat(failure.says())
                .isEqualTo(
                        "What is linked to the shielded value a of faith counts against people who"
                                + " withhold it: church.");
        for (var person : lost("withheld-proxy", failure)) {
            assertThat(person.value(FAITH)).contains(Value.WITHHELD);
        }
    }

    private static List<Failure> failures(String name) throws PackException {
        var proof = Prover.of(Pack.parse(HolesTest.folder(name))).proof(Obligation.PROTECTED_HELPS);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        return proof.failures();
    }

    /** The people of a failure, of whom the first gets less than the others. */
    private static List<Facts> lost(String name, Failure failure) throws PackException {
        var pack = Pack.read(HolesTest.folder(name));
        var people = failure.people().stream().map(Person::facts).toList();
        for (var other : people.subList(1, people.size())) {
            assertThat(pack.decide(people.getFirst()).atLeastAsGoodAs(pack.decide(other)))
                    .as(failure.says())
                    .isFalse();
        }
        return people;
    }
}
