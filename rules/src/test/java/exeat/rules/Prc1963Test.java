package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.document.DirectiveRecord;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    void what_an_applicant_sees_is_whole_in_every_language_of_the_pack() {
        var english = keys("en");
        english.addAll(List.of("authority.jl-yanji-ps", "authority.cn", "paragraph.2.1"));
        var languages = new TreeSet<>(DIRECTIVE.messages().languages());
        languages.remove("en");
        assertThat(languages).contains("ko", "zh");
        for (var language : languages) {
            assertThat(keys(language)).containsAll(english);
            for (var unit : DIRECTIVE.authorities().all()) {
                assertThat(keys(language)).contains("authority." + unit.id());
            }
            for (var paragraph : DIRECTIVE.record().paragraphs()) {
                assertThat(keys(language)).contains("paragraph." + paragraph.number());
            }
        }
    }

    @Test
    void every_assumed_step_says_so_and_every_route_cites_the_text() {
        for (var rule : DIRECTIVE.rules()) {
            assertThat(rule.assumed()).isEqualTo(!rule.decision().equals("Route"));
            assertThat(rule.assumed() || rule.paragraph().isPresent()).isTrue();
        }
        for (var purpose : List.of("settle", "return", "trip")) {
            var clearances =
                    decide(
                                    Map.of(
                                            "purpose",
                                            purpose,
                                            "nationality",
                                            "KP",
                                            "asked to return",
                                            "true"))
                            .burden()
                            .clearances();
            assertThat(clearances)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(ClearanceDemand::assumed);
        }
    }

    private static Set<String> keys(String language) {
        try {
            var file = Packs.folder("prc-1963").resolve("messages_" + language + ".properties");
            return Files.readAllLines(file).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
        var facts = new TreeMap<>(Packs.answers1963().beside(Facts.NONE).values());
        facts.put(new FactName("residence addressed"), Value.of(true));
        given.forEach((name, text) -> {
            var definition = DIRECTIVE.vocabulary().definition(new FactName(name));
            facts.put(new FactName(name), definition.orElseThrow().parse(text).orElseThrow());
        });
        return DIRECTIVE.decide(new Facts(facts));
    }
}
