package exeat.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Packs;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An age of which only the least and the greatest are known; spouses must be 21. */
class KnownInPartTest {

    private static final FactName AGE = new FactName("age");

    private final Directive directive = Packs.eu2003();

    private Facts spouse() throws IOException {
        var facts = Facts.NONE;
        var file = Packs.folder("eu-2003-86").resolve("cases/spouse.facts");
        for (var line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                var parts = line.split(" = ", 2);
                var fact = directive.vocabulary().definition(new FactName(parts[0])).orElseThrow();
                facts = facts.with(fact.name(), fact.parse(parts[1]).orElseThrow());
            }
        }
        return facts;
    }

    private static Facts aged(Facts facts, int least, int most) {
        return facts.with(
                AGE,
                new ValueSet.Between(Optional.of(Value.of(least)), Optional.of(Value.of(most))));
    }

    private String mattered(Finding finding) {
        return Reasons.of(directive, finding, Locale.ENGLISH, Reader.OFFICER)
                .mattered()
                .orElseThrow()
                .text();
    }

    @Test
    void a_finding_stands_where_every_age_gives_it_and_says_which_ages() throws IOException {
        var finding = directive.decide(aged(spouse(), 21, 31));
        assertThat(finding.outcome()).isEqualTo(Outcome.APPROVE_IN_GENERAL);
        assertThat(finding.asks()).isFalse();
        assertThat(finding.facts().sets()).containsOnlyKeys(AGE);
        assertThat(mattered(finding)).contains("21 or more", "31 or less");
    }

    @Test
    void one_age_that_gives_another_leaves_it_to_a_person_and_nobody_is_asked() throws IOException {
        var finding = directive.decide(aged(spouse(), 20, 21));
        assertThat(finding.why()).contains(ReferReason.UNANSWERED);
        assertThat(finding.unanswered()).containsExactly(AGE);
        assertThat(finding.asks()).isFalse();
        var names = new HashSet<>(spouse().values().keySet());
        names.remove(new FactName("accommodation"));
        names.remove(new FactName("married"));
        var open = directive.decide(aged(spouse().only(names), 20, 21));
        assertThat(open.unanswered()).hasSizeGreaterThan(1).contains(AGE);
        assertThat(open.asks()).as("the others are asked").isTrue();
    }

    /** No rule has them under 18, none from 18 to 20; of one class the diagram would know. */
    @Test
    void ages_of_several_classes_matter_together() throws IOException {
        var finding = directive.decide(aged(spouse(), 17, 19));
        assertThat(finding.why()).contains(ReferReason.UNCOVERED);
        var reason = SufficientReason.of(directive, finding.facts()).orElseThrow();
        assertThat(reason.facts()).contains(AGE);
        assertThat(reason.facts()).hasSizeLessThan(finding.facts().values().size());
        assertThat(directive.decide(finding.facts().only(new HashSet<>(reason.facts()))).why())
                .contains(ReferReason.UNCOVERED);
        assertThat(mattered(finding)).contains("17 or more", "19 or less");
    }

    @Test
    void a_vocabulary_takes_as_a_set_what_it_takes_as_a_value() throws IOException {
        assertThat(directive.vocabulary().problems(aged(spouse(), 20, 21))).isEmpty();
        assertThat(directive.vocabulary().problems(aged(spouse(), -1, 21))).hasSize(1);
        var other = Facts.NONE.with(new FactName("no such"), Value.of(1));
        assertThat(directive.vocabulary().problems(other)).hasSize(1);
        assertThat(spouse().only(Set.of(AGE))).isEqualTo(Facts.NONE.with(AGE, Value.of(30)));
    }
}
