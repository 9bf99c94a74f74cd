package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.Act;
import exeat.casework.Consequence;
import exeat.casework.Event;
import exeat.casework.Rejection;
import exeat.casework.Stage;
import exeat.desk.Queue;
import exeat.oversight.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([^\"]+)\"[,)]");

    @Test
    void no_language_lacks_a_word_for_applicants() {
        var english = Words.read("words_en").keySet();
        for (var lang : Words.LANGUAGES) {
            assertThat(Words.read("words_" + lang).keySet())
                    .as(lang)
                    .containsExactlyInAnyOrderElementsOf(english);
        }
    }

    @Test
    void every_language_keeps_the_places_of_what_is_filled_in() {
        var english = Words.read("words_en");
        for (var lang : Words.LANGUAGES) {
            Words.read("words_" + lang)
                    .forEach((key, text) ->
                            assertThat(places(text))
                                    .as(lang + " " + key)
                                    .isEqualTo(places(String.valueOf(english.get(key)))));
        }
    }

    private static java.util.Set<String> places(String text) {
        var places = new TreeSet<String>();
        var matcher = Pattern.compile("\\{\\d}").matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    @Test
    void everything_that_pages_say_has_words() throws IOException {
        var words = Words.of("en");
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var matcher = SAID.matcher(Files.readString(file));
                while (matcher.find()) {
                    assertThat(words.has(matcher.group(1))).as(matcher.group(1)).isTrue();
                }
            }
        }
    }

    @Test
    void everything_that_can_happen_has_words() {
        var keys =
                Stream.of(
                                names("rejection.", Rejection.Code.values()),
                                names("stage.", Stage.values()),
                                names("stage.short.", Stage.values()),
                                names("other.stage.", Stage.values()),
                                names("consequence.", Consequence.values()),
                                names("queue.", Queue.values()),
                                names("figure.", Figure.values()),
                                types("event.", Event.TravellerEvent.class),
                                types("act.", Act.class))
                        .flatMap(stream -> stream);
        assertThat(keys).allMatch(key -> Words.of("en").has(key));
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static Stream<String> types(String prefix, Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(type -> prefix + type.getSimpleName());
    }
}
