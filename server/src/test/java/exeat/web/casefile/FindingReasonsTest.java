package exeat.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.web.casefile.view.FindingReasons;
import exeat.web.component.list.ReasonRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.town.MadeUp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingReasonsTest {

    private static final Map<String, Value> SETTLER =
            Map.of(
                    "residence addressed", Value.of(true),
                    "purpose", Value.of("settle"),
                    "nationality", Value.of("CN"),
                    "asked to return", Value.of(false),
                    "applied to build", Value.of(true),
                    "relations in Korea", Value.of(true),
                    "ethnicity", Value.of("korean"));

    private static List<ReasonRow> rows(Map<String, Value> said, String lang) {
        var words = PageTexts.of(lang);
        var directive = ActionScenes.terms(words).directive();
        var facts = Facts.NONE;
        for (var fact : said.entrySet()) {
            facts = facts.with(new FactName(fact.getKey()), fact.getValue());
        }
        return new FindingReasons(PackTexts.forOfficers(directive, words), words)
                .of(directive.decide(MadeUp.ANSWERS.beside(facts)))
                .rows();
    }

    @Test
    void the_rule_stands_beside_its_text_and_the_facts_that_it_read() {
        var first = rows(SETTLER, "en").getFirst();
        assertThat(first.rule()).first().asString().startsWith("Route A");
        assertThat(first.text()).first().asString().startsWith("Paragraph 2.1");
        assertThat(first.facts())
                .contains("Has relations in Korea: Yes", "Ethnicity: Ethnically Korean");
    }

    @Test
    void each_fact_is_shown_once() {
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var facts = rows(SETTLER, lang).stream().flatMap(row -> row.facts().stream()).toList();
            assertThat(facts).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void whom_no_rule_covers_is_told_so_in_place_of_a_rule() {
        var nobody = new HashMap<>(SETTLER);
        nobody.put("applied to build", Value.of(false));
        nobody.put("on a request list", Value.of(false));
        nobody.put("officer kinship", Value.of(false));
        assertThat(rows(nobody, "en").getFirst().rule())
                .containsExactly("No rule covers this case, so a person decides.");
    }
}
