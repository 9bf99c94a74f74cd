package exeat.rules.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PluralsTest {

    private static final Path FILE =
            Path.of("src/main/resources/exeat/rules/phrase/plurals.properties");

    private static List<ULocale> languages() {
        return Arrays.stream(PluralRules.getAvailableULocales())
                .filter(locale -> locale.toString().matches("[a-z]{2,3}"))
                .sorted()
                .toList();
    }

    /** The file is made of ICU's own rules: a newer ICU with other rules fails here. */
    @Test
    void the_file_has_the_rules_that_icu_has() throws IOException {
        var lines =
                languages().stream()
                        .map(locale -> locale + "=" + rules(PluralRules.forLocale(locale)))
                        .toList();
        assertThat(Files.readAllLines(FILE).stream().filter(line -> !line.startsWith("#")))
                .containsExactlyElementsOf(lines);
    }

    private static String rules(PluralRules rules) {
        return Arrays.stream(rules.toString().split(";", -1))
                .map(rule -> rule.replaceAll("@.*", "").strip())
                .filter(rule -> !rule.startsWith(Plurals.OTHER))
                .collect(Collectors.joining("; "));
    }

    @Test
    void every_language_counts_as_icu_does() {
        for (var locale : languages()) {
            var icu = PluralRules.forLocale(locale);
            var ours = Plurals.of(locale.getLanguage());
            assertThat(ours.categories()).isEqualTo(icu.getKeywords());
            numbers()
                    .forEach(number ->
                            assertThat(ours.category(number))
                                    .as("%s %d", locale, number)
                                    .isEqualTo(icu.select((double) number)));
        }
    }

    private static LongStream numbers() {
        return LongStream.concat(
                LongStream.rangeClosed(0, 1234),
                LongStream.of(10_000, 36_500, 100_000, 1_000_000, 1_000_001, 2_000_000, 5_000_011));
    }

    @Test
    void a_language_without_rules_has_one_form() {
        assertThat(Stream.of(0L, 1L, 2L).map(Plurals.of("tlh")::category)).containsOnly("other");
    }
}
