package exeat.web.choice;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.source.PackException;
import exeat.web.choice.ChoiceView.Offer;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Outputs that packs declare, of packs in the tests of the rules. */
class FindingComparisonTest {

    private static final PageTexts ENGLISH = PageTexts.of("en");

    private static Offer offer(String pack, String purpose) throws PackException {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        Directive directive =
                Pack.read(Path.of(root, "rules/src/test/resources/holes/outputs", pack));
        var facts =
                new Facts(
                        Map.of(
                                new FactName("purpose"), Value.of(purpose),
                                new FactName("kind"), Value.of("u"),
                                new FactName("faith"), Value.of("b")));
        return new Offer(directive.decide(facts), new PackTexts(directive, ENGLISH), pack);
    }

    /** What differs, under a local pack and the one that it extends. */
    private static Map<String, List<String>> differences(String local, String purpose)
            throws PackException {
        var choice =
                new ChoiceView(
                        List.of(offer(local, purpose), offer("", purpose)), Optional.empty());
        return new FindingComparison(choice, ENGLISH)
                .differences().rows().stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.getFirst().text(),
                                        row -> row.stream().skip(1).map(TableCell::text).toList()));
    }

    @Test
    void what_each_gives_of_an_output_is_told_in_the_packs_sentences() throws PackException {
        assertThat(differences("worse", "trip"))
                .containsEntry(
                        "Months of stay",
                        List.of("You may stay for 5 months.", "You may stay for 6 months."))
                .containsEntry(
                        "Instalments", List.of("You pay at once.", "You can pay in instalments."));
    }

    @Test
    void an_output_of_one_pack_alone_is_told_with_what_people_have_without_it()
            throws PackException {
        assertThat(differences("own-worse", "settle"))
                .containsEntry("Reports", List.of("You report 4 times.", "You report 0 times."));
    }

    @Test
    void no_limit_is_told_where_the_pack_declares_the_output() throws PackException {
        assertThat(differences("limit-new", "settle"))
                .containsEntry(
                        "Days to enrol",
                        List.of("You have 4,000 days to enrol.", "You can enrol at any time."));
    }
}
