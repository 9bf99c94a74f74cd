package exeat.rules.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.prove.ListingPack.Row;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.source.PackException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The obligations of single tables, of the smallest tables that tell them apart. */
class SingleTableTest {

    private static final String APPROVE = "\"approve in general\",\"A\"";
    private static final String ALWAYS = "\"approve always\",\"C\"";
    private static final String REFER = "\"refer\",null";
    private static final String REFUSE = "\"refuse\",null";

    /** A test that no flag meets. */
    private static final String NO = "not(true, false)";

    private static Row row(String gives, String... tests) {
        var when = new TreeMap<String, String>();
        for (int at = 0; at < tests.length; at += 2) {
            when.put(tests[at], tests[at + 1]);
        }
        return new Row(when, gives, "");
    }

    private static Proof proof(Obligation obligation, String policy, Row... rows)
            throws PackException {
        return Prover.of(ListingPack.routes(policy, rows)).proof(obligation);
    }

    private static List<String> says(Proof proof) {
        return proof.failures().stream().map(Failure::says).toList();
    }

    private static Value flag(Proof proof, String name) {
        return proof.failures()
                .getFirst()
                .people()
                .getFirst()
                .facts()
                .value(new FactName(name))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIRST", "COLLECT", "RULE ORDER"})
    void whoever_is_shown_as_refused_is_matched_by_nothing_better(String policy)
            throws PackException {
        var proof =
                proof(Obligation.NEVER_REFUSES, policy, row(APPROVE, "f0", "false"), row(REFUSE));
        assertThat(says(proof)).containsExactly("The rule r1 refuses; a machine never refuses.");
        assertThat(flag(proof, "f0")).isEqualTo(Value.of(true));
    }

    @Test
    void a_refusal_before_an_approval_refuses_where_that_would_approve() throws PackException {
        var first =
                proof(Obligation.NEVER_REFUSES, "FIRST", row(REFUSE, "f0", "true"), row(APPROVE));
        assertThat(flag(first, "f0")).isEqualTo(Value.of(true));
        assertThat(first.failures().getFirst().region()).isEqualTo("f0 is true");
        // All that match count: everybody is approved, and still a rule says refuse.
        var all =
                proof(Obligation.NEVER_REFUSES, "COLLECT", row(REFUSE, "f0", "true"), row(APPROVE));
        assertThat(says(all)).containsExactly("The rule r0 refuses; a machine never refuses.");
        assertThat(flag(all, "f0")).isEqualTo(Value.of(true));
    }

    /** What matches before a refusal stands, where one answer counts; else all that is better. */
    @Test
    void who_is_shown_as_refused_may_be_matched_by_a_later_rule_only_where_the_first_counts()
            throws PackException {
        var refuse = row(REFUSE, "f0", "true");
        var approve = row(APPROVE, "f1", "false");
        var first = proof(Obligation.NEVER_REFUSES, "FIRST", refuse, approve);
        assertThat(flag(first, "f1")).isEqualTo(Value.of(false));
        var all = proof(Obligation.NEVER_REFUSES, "COLLECT", refuse, approve);
        assertThat(flag(all, "f1")).isEqualTo(Value.of(true));
    }

    @Test
    void a_rule_that_nobody_can_match_is_dead_and_refuses_without_a_person() throws PackException {
        var dead = proof(Obligation.NOTHING_HIDDEN, "COLLECT", row(APPROVE), row(REFER, "f0", NO));
        assertThat(says(dead)).containsExactly("In the table Route, r1 can never match.");
        var refuses =
                proof(Obligation.NEVER_REFUSES, "COLLECT", row(APPROVE), row(REFUSE, "f0", NO));
        assertThat(says(refuses)).containsExactly("The rule r1 refuses; a machine never refuses.");
        assertThat(refuses.failures().getFirst().people()).isEmpty();
    }

    @Test
    void two_refusals_are_two_failures_and_a_referral_is_none() throws PackException {
        var proof =
                proof(
                        Obligation.NEVER_REFUSES,
                        "FIRST",
                        row(REFER, "f0", "true"),
                        row(REFUSE, "f1", "true"),
                        row(REFUSE));
        assertThat(says(proof))
                .containsExactly(
                        "The rule r1 refuses; a machine never refuses.",
                        "The rule r2 refuses; a machine never refuses.");
        assertThat(proof(Obligation.NEVER_REFUSES, "FIRST", row(REFER), row(APPROVE)).verdict())
                .isEqualTo(Verdict.PROVED);
    }

    @Test
    void a_unique_table_may_not_match_twice_and_another_may_if_it_says_the_same()
            throws PackException {
        var same = new Row[] {row(APPROVE, "f0", "true"), row(APPROVE, "f1", "true")};
        var unique = proof(Obligation.AGREES, "UNIQUE", same);
        assertThat(says(unique))
                .containsExactly(
                        "In the table Route, r0 and r1 match the same case, which the hit policy"
                                + " forbids.");
        assertThat(flag(unique, "f0")).isEqualTo(Value.of(true));
        assertThat(flag(unique, "f1")).isEqualTo(Value.of(true));
        assertThat(proof(Obligation.AGREES, "ANY", same).verdict()).isEqualTo(Verdict.PROVED);
        var other = proof(Obligation.AGREES, "ANY", same[0], row(ALWAYS, "f1", "true"));
        assertThat(says(other))
                .containsExactly(
                        "In the table Route, r0 and r1 match the same case and give different"
                                + " answers.");
        assertThat(
                        proof(
                                        Obligation.AGREES,
                                        "UNIQUE",
                                        row(APPROVE, "f0", "true"),
                                        row(ALWAYS, "f0", "false"))
                                .verdict())
                .isEqualTo(Verdict.PROVED);
    }

    @Test
    void each_rule_of_an_any_table_that_disagrees_is_shown_also_below_one_that_agrees()
            throws PackException {
        var flag = new String[] {"f0", "true"};
        assertThat(
                        says(
                                proof(
                                        Obligation.AGREES,
                                        "ANY",
                                        row(ALWAYS, flag),
                                        row(APPROVE, flag),
                                        row(ALWAYS, flag))))
                .containsExactly(
                        "In the table Route, r0 and r1 match the same case and give different"
                                + " answers.",
                        "In the table Route, r1 and r2 match the same case and give different"
                                + " answers.");
    }

    @Test
    void a_rule_hides_another_only_where_it_wins_itself() throws PackException {
        // Where r1 would hide r2, r0 stands before both and says what r2 says.
        var proof =
                proof(
                        Obligation.AGREES,
                        "FIRST",
                        row(APPROVE, "f0", "true"),
                        row(REFER, "f0", "true", "f1", "true"),
                        row(APPROVE, "f1", "true"));
        assertThat(proof.verdict()).as("%s", proof.failures()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void an_earlier_rule_may_hide_only_what_is_no_better() throws PackException {
        var hides = proof(Obligation.AGREES, "FIRST", row(REFER, "f0", "true"), row(APPROVE));
        assertThat(says(hides))
                .containsExactly(
                        "In the table Route, r0 hides r1 where that gives something else, and is"
                                + " not marked as an exception to it.");
        assertThat(flag(hides, "f0")).isEqualTo(Value.of(true));
        var otherRoute = row(APPROVE.replace("\"A\"", "\"B\""), "f0", "true");
        for (var better :
                List.of(row(APPROVE, "f0", "true"), row(ALWAYS, "f0", "true"), otherRoute)) {
            assertThat(proof(Obligation.AGREES, "FIRST", better, row(APPROVE)).verdict())
                    .isEqualTo(Verdict.PROVED);
        }
    }

    @Test
    void documents_and_instruments_that_are_not_held_must_be_got_from_somebody()
            throws PackException {
        assertThat(needed("held: false")).endsWith(": sworn-word, tide-table.");
        assertThat(needed("held: true")).endsWith(": sworn-word.");
    }

    /** What the good pack says is needed, with its instrument held or not. */
    private static String needed(String held) throws PackException {
        var files = new TreeMap<>(GoodPack.files());
        var record = new String(Objects.requireNonNull(files.get("record.yaml")), UTF_8);
        assertThat(record).contains("held: false");
        files.put("record.yaml", record.replace("held: false", held).getBytes(UTF_8));
        var notes = Prover.of(Pack.parse("boats", files)).proof(Obligation.NEVER_REFUSES).notes();
        assertThat(notes).hasSize(1);
        return notes.getFirst().says();
    }

    @Test
    void a_rule_that_never_wins_is_hidden_by_one_or_by_several() throws PackException {
        var one =
                proof(
                        Obligation.NOTHING_HIDDEN,
                        "FIRST",
                        row(REFER, "f2", "true"),
                        row(APPROVE, "f0", "true"),
                        row(APPROVE, "f0", "true", "f1", "true"));
        assertThat(says(one))
                .containsExactly(
                        "In the table Route, r2 is hidden: wherever it matches, r1 matches before"
                                + " it.");
        var several =
                proof(
                        Obligation.NOTHING_HIDDEN,
                        "FIRST",
                        row(APPROVE, "f0", "true"),
                        row(APPROVE, "f0", "false"),
                        row(APPROVE, "f1", "true"));
        assertThat(says(several))
                .containsExactly(
                        "In the table Route, r2 is hidden: wherever it matches, others together"
                                + " match before it.");
        assertThat(
                        proof(
                                        Obligation.NOTHING_HIDDEN,
                                        "COLLECT",
                                        row(APPROVE),
                                        row(APPROVE, "f1", "true"))
                                .verdict())
                .isEqualTo(Verdict.PROVED);
    }
}
