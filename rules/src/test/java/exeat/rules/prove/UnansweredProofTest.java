package exeat.rules.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.source.PackException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A question that the pack above asks of some people alone, where a local pack has links: it asks
 * of travellers whether they have q, and not of those who settle.
 */
class UnansweredProofTest {

    private static final FactName Q = new FactName("q");

    /** Who has no q has no bell. */
    private static final String VOCABULARY =
            """
            facts:
              - {name: bell, type: boolean, use: decide}
            links:
              - {because: law, when: {bell: "true"}, then: {q: "true"}}
            """;

    private static final String CONDITION =
            "Everyone answers what only asked-fee asks about %s: until then it refers them, even"
                    + " where the links leave only one answer.";

    /** The local pack, in which who has no q pays less, with the bell as a further test. */
    private static Proof proof(String... rulesWithoutQ) throws PackException {
        var files = new TreeMap<>(Pack.files(HolesTest.folder("asked/asked-fee")));
        files.put("vocabulary.yaml", VOCABULARY.getBytes(UTF_8));
        var dmn = new String(files.getOrDefault("rules.dmn", new byte[0]), UTF_8);
        int start = dmn.indexOf("<rule id=\"p2\">");
        int end = dmn.indexOf("</rule>", start) + "</rule>".length();
        var cheaper = dmn.substring(start, end);
        var rules = new StringBuilder();
        for (int at = 0; at < rulesWithoutQ.length; at += 2) {
            rules.append(
                    cheaper.replace("\"p2\"", "\"p" + (at + 2) + "\"")
                            .replace("</inputEntry>", "</inputEntry>" + test(rulesWithoutQ[at]))
                            .replace("<text>99<", "<text>" + rulesWithoutQ[at + 1] + "<"));
        }
        var input = "<input id=\"paper-i0\">";
        var first = dmn.indexOf("</inputEntry>", dmn.indexOf("<rule id=\"p\">"));
        dmn =
                dmn.substring(0, first)
                        + "</inputEntry>"
                        + test("-")
                        + dmn.substring(first + "</inputEntry>".length(), start)
                        + rules
                        + dmn.substring(end);
        dmn =
                dmn.replace(
                        "<output id=\"paper-o0\"",
                        input.replace("i0", "i1")
                                + "<inputExpression><text>bell</text></inputExpression></input>"
                                + "<output id=\"paper-o0\"");
        files.put("rules.dmn", dmn.getBytes(UTF_8));
        return Prover.of(Pack.parse("asked-fee", files)).proof(Obligation.NO_RESTRICTION);
    }

    private static String test(String bell) {
        return "<inputEntry><text>" + bell + "</text></inputEntry>";
    }

    @Test
    void where_links_leave_two_answers_an_approval_may_not_turn_on_them() throws PackException {
        var proof = proof("-", "99");
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.failures())
                .extracting(Failure::says)
                .containsExactly(
                        "asked approves without an answer on q; asked-fee refers until there is"
                                + " one.");
        var person = proof.failures().getFirst().people().getFirst().facts();
        assertThat(person.values()).containsOnlyKeys(new FactName("purpose"));
        assertThat(person.value(new FactName("purpose"))).contains(Value.of("settle"));
        assertThat(person.knows(Q)).isFalse();
    }

    @Test
    void where_links_leave_one_answer_it_is_a_condition_that_people_give_it() throws PackException {
        // Less is paid without q and with a bell, which by the link nobody has.
        var proof = proof("true", "99", "false", "100");
        assertThat(proof.failures()).isEmpty();
        assertThat(proof.conditions()).contains(CONDITION.formatted("q"));
        assertThat(proof.conditions()).contains(CONDITION.formatted("bell"));
    }

    @Test
    void what_turns_on_no_open_answer_has_no_such_condition() throws PackException {
        var proof = proof("-", "100");
        assertThat(proof.verdict()).as("%s", proof).isEqualTo(Verdict.PROVED);
        assertThat(proof.conditions()).isEmpty();
    }
}
