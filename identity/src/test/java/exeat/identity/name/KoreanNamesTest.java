package exeat.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Names of Korean people in Hangul and Hanja, romanised by others: see the head of the file. */
class KoreanNamesTest {

    private static final String FILE = "/exeat/identity/korean-names.csv";

    @Test
    void nine_of_ten_romanised_names_find_their_own_among_the_first_five() throws IOException {
        var written = new ArrayList<SpokenName>();
        var romanised = new ArrayList<SpokenName>();
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream(FILE))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (var line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
                written.add(SpokenName.of(line.substring(0, line.indexOf(','))));
                romanised.add(SpokenName.of(line.substring(line.indexOf(',') + 1)));
            }
        }
        assertThat(written).hasSizeGreaterThan(300);
        int found = 0;
        for (int i = 0; i < written.size(); i++) {
            double own = NameComparison.of(romanised.get(i), written.get(i)).distance();
            var name = romanised.get(i);
            long nearer =
                    written.stream()
                            .filter(each -> NameComparison.of(name, each).distance() < own)
                            .limit(5)
                            .count();
            found += nearer < 5 ? 1 : 0;
        }
        assertThat((double) found / written.size()).isGreaterThan(0.9);
    }
}
