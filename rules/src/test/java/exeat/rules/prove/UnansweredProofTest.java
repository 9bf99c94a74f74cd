package exeat.rules.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import exeat.rules.Pack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.holes.HolesTest;
import exeat.rules.source.PackException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A question that the pack above asks of some people alone: of those who make a trip whether they
 * have q, and not of those who settle.
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

    /** The files of the local pack, in which who has no q pays less. */
    private static Map<String, byte[]> files() throws PackException {
        return new TreeMap<>(Pack.files(HolesTest.folder("asked/asked-fee")));
    }

    /** With a bell, and links. */
    private static Map<String, byte[]> linked() throws PackException {
        var files = files();
        files.put("vocabulary.yaml", VOCABULARY.getBytes(UTF_8));
        return files;
    }

    private static void replace(Map<String, byte[]> files, String file, String what, String with) {
        var before = new String(files.getOrDefault(file, new byte[0]), UTF_8);
        assertThat(before).contains(what);
        files.put(file, before.replace(what, with).getBytes(UTF_8));
    }

    /**
     * The proof of a local pack that tests one more fact for the fee of who has no q.
     *
     * @param rows tests of that fact and fees, alternately
     */
    private static Proof proof(Map<String, byte[]> files, String fact, String... rows)
            throws PackException {
        var dmn = new String(files.getOrDefault("rules.dmn", new byte[0]), UTF_8);
        int start = dmn.indexOf("<rule id=\"p2\">");
        int end = dmn.indexOf("</rule>", start) + "</rule>".length();
        var row = dmn.substring(start, end);
        var rules = new StringBuilder();
        for (int at = 0; at < rows.length; at += 2) {
            rules.append(
                    row.replace("\"p2\"", "\"p" + (at + 2) + "\"")
                            .replace("</inputEntry>", "</inputEntry>" + test(rows[at]))
                            .replace("<text>99<", "<text>" + rows[at + 1] + "<"));
        }
        int first = dmn.indexOf("<outputEntry>", dmn.indexOf("<rule id=\"p\">"));
        int output = dmn.indexOf("<output id=\"paper-o0\"");
        var input = "<input><inputExpression><text>" + fact + "</text></inputExpression></input>";
        var changed =
                dmn.substring(0, output)
                        + input
                        + dmn.substring(output, first)
                        + test("-")
                        + dmn.substring(first, start)
                        + rules
                        + dmn.substring(end);
        files.put("rules.dmn", changed.getBytes(UTF_8));
        return Prover.of(Pack.parse("asked-fee", files)).proof(Obligation.NO_RESTRICTION);
    }

    private static String test(String bell) {
        return "<inputEntry><text>" + bell + "</text></inputEntry>";
    }

    @Test
    void where_links_leave_two_answers_an_approval_may_not_turn_on_them() throws PackException {
        var proof = proof(linked(), "bell", "-", "99");
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
        var proof = proof(linked(), "bell", "true", "99", "false", "100");
        assertThat(proof.failures()).isEmpty();
        assertThat(proof.conditions()).contains(CONDITION.formatted("q"));
        assertThat(proof.conditions()).contains(CONDITION.formatted("bell"));
    }

    @Test
    void what_turns_on_no_open_answer_has_no_such_condition() throws PackException {
        var proof = proof(linked(), "bell", "-", "100");
        assertThat(proof.verdict()).as("%s", proof).isEqualTo(Verdict.PROVED);
        assertThat(proof.conditions()).isEmpty();
    }

    /** Above, people who return are approved always, whether they have q or not. */
    private static Map<String, byte[]> returning() throws PackException {
        var files = files();
        replace(files, "extends/asked/vocabulary.yaml", "settle, trip", "settle, trip, return");
        var words = "fact.purpose.value.settle=";
        var word = "fact.purpose.value.return=R\n" + words;
        replace(files, "extends/asked/messages_en.properties", words, word);
        for (var rules : List.of("rules.dmn", "extends/asked/rules.dmn")) {
            var dmn = new String(files.getOrDefault(rules, new byte[0]), UTF_8);
            int start = dmn.indexOf("<rule id=\"ok\">");
            var row = dmn.substring(start, dmn.indexOf("</rule>", start) + "</rule>".length());
            var always =
                    row.replace("\"ok\"", "\"ok0\"")
                            .replace("\"settle\"", "\"return\"")
                            .replace("in general", "always");
            replace(files, rules, row, always + row);
        }
        return files;
    }

    @Test
    void all_who_are_approved_whatever_a_fact_is_are_looked_at_and_the_first_failure_is_enough()
            throws PackException {
        var says = "asked approves without an answer on q; asked-fee refers until there is one.";
        var returning = proof(returning(), "purpose", "\"return\"", "99", "not(\"return\")", "100");
        assertThat(returning.failures())
                .extracting(Failure::says, Failure::region)
                .containsExactly(tuple(says, "purpose is return"));
        var settling = proof(returning(), "purpose", "\"settle\"", "99", "not(\"settle\")", "100");
        assertThat(settling.failures())
                .extracting(Failure::says, Failure::region)
                .containsExactly(tuple(says, "purpose is settle"));
        var both = proof(returning(), "purpose", "-", "99");
        assertThat(both.failures()).extracting(Failure::says).containsExactly(says);
    }
}
