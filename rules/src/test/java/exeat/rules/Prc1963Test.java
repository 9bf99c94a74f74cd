package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Finding.ReferReason;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The pack of 1963 reads the text as DESIGN.md does. */
class Prc1963Test {

    private static final Directive DIRECTIVE = Packs.prc1963();

    @Test
    void the_pack_is_read_with_its_date_and_its_three_marks() {
        assertThat(DIRECTIVE.record().date()).hasToString("1963-08-08");
        assertThat(DIRECTIVE.record().marks())
                .extracting(DirectiveRecord.Mark::place)
                .containsExactly(
                        "before paragraph 2.1", "before paragraph 3.1", "before paragraph 4");
        assertThat(DIRECTIVE.ref().hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_national_who_asks_to_return_is_always_approved() {
        var finding = decide(Map.of("purpose", "return", "nationality", "KP"));
        assertThat(finding.outcome()).isEqualTo(Outcome.APPROVE_ALWAYS);
        assertThat(finding.setAsideGrounds()).isEmpty();
    }

    @Test
    void nothing_known_but_the_area_and_the_wish_asks_protected_facts_last() {
        var finding = decide(Map.of("purpose", "settle", "nationality", "KP"));
        assertThat(finding.why()).contains(ReferReason.UNANSWERED);
        assertThat(finding.unanswered())
                .extracting(FactName::text)
                .containsExactly(
                        "asked to return", "applied to build", "relations in Korea", "ethnicity");
    }

    private static Finding decide(Map<String, String> given) {
        var facts = new TreeMap<FactName, Value>();
        facts.put(new FactName("residence addressed"), Value.of(true));
        given.forEach((name, text) -> {
            var definition = DIRECTIVE.vocabulary().definition(new FactName(name));
            facts.put(new FactName(name), definition.orElseThrow().parse(text).orElseThrow());
        });
        return DIRECTIVE.decide(new Facts(facts));
    }
}
