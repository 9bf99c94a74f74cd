package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding.ReferReason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a newer directive asks of people whom the older did not ask, and what that costs them. */
class NewQuestionTest {

    private static final Path NATIONAL = Packs.folder("eu-2003-86").resolve("national");
    private static final FactName INCOME = new FactName("income percent");

    @Test
    void a_directive_asks_nothing_that_it_did_not_ask_before() {
        assertThat(between(Packs.prc1963(), Packs.prc1963())).isEmpty();
    }

    @Test
    void who_leaves_a_new_question_open_loses_what_the_older_directive_gave() {
        var asked = between(Packs.eu2003(), national("chakroun-income"));
        assertThat(asked).extracting(NewQuestion::fact).contains(INCOME);
        var income = asked.stream().filter(q -> q.fact().equals(INCOME)).findFirst().orElseThrow();
        assertThat(income.costsWhoLeavesItOpen()).isTrue();
        var findings = income.leftOpen().orElseThrow().findings();
        assertThat(findings.before().outcome().approves()).isTrue();
        assertThat(findings.after().why()).contains(ReferReason.UNANSWERED);
        assertThat(findings.after().unanswered()).containsExactly(INCOME);
    }

    @Test
    @Tag("full")
    void everybody_who_is_shown_leaves_open_what_only_the_newer_directive_asks() {
        for (var pack : Packs.folders()) {
            if (!pack.startsWith(NATIONAL)) {
                continue;
            }
            var versions = DirectiveComparison.of(Packs.eu2003(), Packs.read(pack));
            for (var question : NewQuestion.of(versions)) {
                question.leftOpen()
                        .ifPresent(one -> {
                            assertThat(one.person().knows(question.fact())).isFalse();
                            assertThat(versions.compare(one.person())).isEqualTo(one.findings());
                            assertThat(one.findings().before().unanswered())
                                    .doesNotContain(question.fact());
                            assertThat(one.findings().after().unanswered())
                                    .contains(question.fact());
                        });
            }
        }
    }

    private static Directive national(String name) {
        return Packs.read(NATIONAL.resolve(name));
    }

    private static List<NewQuestion> between(Directive before, Directive after) {
        return NewQuestion.of(DirectiveComparison.of(before, after));
    }
}
