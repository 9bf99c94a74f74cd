package exeat.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Rejection;
import exeat.casework.event.EventKind;
import exeat.casework.event.EventStream;
import exeat.casework.state.Stage;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.codec.StoredKinds;
import exeat.desk.projection.QueueName;
import exeat.desk.report.FigureMeanings;
import exeat.oversight.Alarm;
import exeat.oversight.Figure;
import exeat.oversight.WeeklyFlow;
import exeat.rules.finding.Consequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTextsTest {

    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([^\"]+)\"[,)]");

    private static final Path FOLDER = Path.of("src/main/resources/exeat/web");
    private static final Pattern FILE = Pattern.compile("(words|desk)_([a-z]{2,3})\\.properties");

    /** Each file is found, and each is as the English one: its keys, its places, its plurals. */
    @Test
    void no_file_of_messages_lacks_a_word_a_place_or_a_plural() {
        assertThat(MessageFiles.faults()).isEmpty();
    }

    @Test
    void every_file_that_is_there_is_a_language_that_is_offered() throws IOException {
        var words = new TreeSet<String>();
        var desk = new TreeSet<String>();
        for (var file : files()) {
            var name = FILE.matcher(String.valueOf(file.getFileName()));
            assertThat(name.matches()).as("%s", file).isTrue();
            (name.group(1).equals(MessageFiles.WORDS) ? words : desk).add(name.group(2));
        }
        assertThat(PageTexts.LANGUAGES).containsExactlyInAnyOrderElementsOf(words);
        assertThat(PageTexts.DESK_LANGUAGES).containsExactlyInAnyOrderElementsOf(desk);
        assertThat(words).containsAll(desk);
    }

    @Test
    void languages_are_offered_by_their_own_names_and_english_first() {
        assertThat(PageTexts.LANGUAGES).startsWith("en").containsSubsequence("ko", "zh");
        assertThat(PageTexts.DESK_LANGUAGES).startsWith("en");
        assertThat(PageTexts.LANGUAGES)
                .extracting(PageTexts::ownName)
                .contains("English", "한국어", "中文");
    }

    @Test
    void no_key_is_there_twice() throws IOException {
        for (var file : files()) {
            var keys = new TreeSet<String>();
            for (var line : Files.readAllLines(file)) {
                if (line.contains("=") && !line.startsWith("#")) {
                    var key = line.substring(0, line.indexOf('='));
                    assertThat(keys.add(key)).as("%s %s", file.getFileName(), key).isTrue();
                }
            }
        }
        assertThat(MessageFiles.read(MessageFiles.WORDS, "en").keySet())
                .doesNotContainAnyElementsOf(MessageFiles.read(MessageFiles.DESK, "en").keySet());
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".properties")).sorted().toList();
        }
    }

    /** Whatever number a page fills in, every message of every language can say it. */
    @Test
    void every_message_can_be_formatted_with_every_number() throws IOException {
        for (var lang : PageTexts.LANGUAGES) {
            for (var set : List.of(MessageFiles.WORDS, MessageFiles.DESK)) {
                if (MessageFiles.languages(set).contains(lang)) {
                    MessageFiles.read(set, lang)
                            .forEach((key, text) -> {
                                for (int n : new int[] {0, 1, 2, 5, 11, 21, 1963}) {
                                    var said = PageTexts.of(lang).say(key, n, n, n, n, n);
                                    assertThat(said).as(lang + " " + key).isNotBlank();
                                    assertThat(said)
                                            .as(lang + " " + key)
                                            .doesNotContain("{", "}", "plural");
                                }
                            });
                }
            }
        }
    }

    @Test
    void a_count_of_one_is_in_the_singular() {
        var words = PageTexts.of("en");
        assertThat(words.say("keep.how", 1)).contains("kept for 1 day.");
        assertThat(words.say("keep.how", 30)).contains("kept for 30 days.");
        assertThat(words.say("enact.still", 1, 12))
                .isEqualTo("1 of 12 rules still needs a signature.");
        assertThat(words.say("reports.log", 12_345)).endsWith("had 12,345 entries");
    }

    @Test
    void every_key_that_pages_use_has_a_text() throws IOException {
        var words = PageTexts.of("en");
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
    void every_event_has_a_text() {
        var keys =
                Stream.of(
                                names("rejection.", Rejection.Code.values()),
                                names("stage.", Stage.values()),
                                names("stage.short.", Stage.values()),
                                names("other.stage.", Stage.values()),
                                names("consequence.", Consequence.values()),
                                names("queue.", QueueName.values()),
                                names("figure.", Figure.values()),
                                names("counted.", Figure.Countable.values()),
                                names("unit.", Figure.Countable.values()),
                                names("flow.", WeeklyFlow.values()),
                                Arrays.stream(Alarm.Kind.values())
                                        .flatMap(kind ->
                                                Stream.of(".why", ".do")
                                                        .map(part -> "call." + kind + part)),
                                events(),
                                acts())
                        .flatMap(stream -> stream);
        assertThat(keys).allMatch(key -> PageTexts.of("en").has(key));
    }

    /** Pages and files say the same of each figure. */
    @Test
    void every_figure_has_the_same_meaning_on_pages_and_in_files() {
        var words = PageTexts.of("en");
        for (var figure : Figure.values()) {
            assertThat(words.say("figure." + figure + ".what"))
                    .isEqualTo(FigureMeanings.of(figure));
        }
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static Stream<String> events() {
        return Arrays.stream(EventKind.values())
                .filter(kind -> kind.stream() == EventStream.CASE)
                .map(kind -> StoredKeys.of("event.", kind.stored()));
    }

    private static Stream<String> acts() {
        return Arrays.stream(TwoOfficerAct.class.getPermittedSubclasses())
                .map(act -> StoredKeys.of("act.", StoredKinds.of(act).name()));
    }

    @Test
    void a_message_about_an_event_is_found_by_the_name_that_it_is_stored_by() {
        assertThat(StoredKeys.of("event.", "clearance-done")).isEqualTo("event.ClearanceDone");
        assertThat(StoredKeys.of("act.", "refuse")).isEqualTo("act.Refuse");
    }
}
