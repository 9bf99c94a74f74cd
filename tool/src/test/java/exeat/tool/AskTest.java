package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AskTest {

    private static final String ADDRESSED = "--given=residence addressed=true";

    @Test
    void an_interview_takes_numbers_words_and_going_back_and_ends_with_the_finding()
            throws IOException {
        var given = Everybody.given("ask", "prc-1963", ADDRESSED);
        var ran = Ran.exeatWith("1\n2\nnonsense\n2\n<\n1\n", given);
        ran.isAsIn("ask.txt");
        assertThat(ran.out()).contains("Approved");
        var json = Everybody.given("ask", "prc-1963", ADDRESSED, "--json");
        Ran.exeatWith("trip\n?\n", json).isAsIn("ask-json.txt");
    }

    @Test
    void a_question_answered_with_unknown_is_not_asked_again() {
        var given = Everybody.given("ask", "prc-1963", ADDRESSED, "--json");
        var ran = Ran.exeatWith("settle\nCN\n?\n?\n?\n", given);
        assertThat(ran.status()).isZero();
        for (var fact : new String[] {"applied to build", "relations in Korea", "ethnicity"}) {
            assertThat(ran.outLines())
                    .filteredOn(line -> line.startsWith("{\"ask\":{\"fact\":\"" + fact))
                    .hasSize(1);
        }
        assertThat(ran.outLines().getLast()).contains("\"why\":\"unanswered\"");
    }

    @Test
    void the_end_of_the_input_is_no_finding_and_a_wrong_fact_is_misuse() {
        assertThat(Ran.exeatWith("settle\n", "ask", "prc-1963", ADDRESSED).status()).isEqualTo(1);
        var wrong = Ran.exeat("ask", "prc-1963", "--given=height=3");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).isEqualTo("exeat: height: the directive has no such fact\n");
        var value = Ran.exeat("ask", "prc-1963", "--given=purpose=visit");
        assertThat(value.err()).contains("purpose: must be one of settle, return, trip");
    }

    @Test
    void how_many_questions_are_expected_is_told() throws IOException {
        Ran.exeat("ask", "prc-1963", "--expected").isAsIn("ask-expected.txt");
    }
}
