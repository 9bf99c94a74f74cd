package exeat.papers.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class JcsTest {

    private static final long SEED = 8785;

    /** Appendix B of RFC 8785: the bits of a double, and how it is written. */
    private static final Map<Long, String> NUMBERS =
            Map.ofEntries(
                    Map.entry(0x0000000000000000L, "0"),
                    Map.entry(0x8000000000000000L, "0"),
                    Map.entry(0x0000000000000001L, "5e-324"),
                    Map.entry(0x8000000000000001L, "-5e-324"),
                    Map.entry(0x7fefffffffffffffL, "1.7976931348623157e+308"),
                    Map.entry(0xffefffffffffffffL, "-1.7976931348623157e+308"),
                    Map.entry(0x4340000000000000L, "9007199254740992"),
                    Map.entry(0xc340000000000000L, "-9007199254740992"),
                    Map.entry(0x4430000000000000L, "295147905179352830000"),
                    Map.entry(0x44b52d02c7e14af5L, "9.999999999999997e+22"),
                    Map.entry(0x44b52d02c7e14af6L, "1e+23"),
                    Map.entry(0x44b52d02c7e14af7L, "1.0000000000000001e+23"),
                    Map.entry(0x444b1ae4d6e2ef4eL, "999999999999999700000"),
                    Map.entry(0x444b1ae4d6e2ef4fL, "999999999999999900000"),
                    Map.entry(0x444b1ae4d6e2ef50L, "1e+21"),
                    Map.entry(0x3eb0c6f7a0b5ed8cL, "9.999999999999997e-7"),
                    Map.entry(0x3eb0c6f7a0b5ed8dL, "0.000001"),
                    Map.entry(0x41b3de4355555553L, "333333333.3333332"),
                    Map.entry(0x41b3de4355555554L, "333333333.33333325"),
                    Map.entry(0x41b3de4355555555L, "333333333.3333333"),
                    Map.entry(0x41b3de4355555556L, "333333333.3333334"),
                    Map.entry(0x41b3de4355555557L, "333333333.33333343"),
                    Map.entry(0xbecbf647612f3696L, "-0.0000033333333333333333"),
                    Map.entry(0x43143ff3c1cb0959L, "1424953923781206.2"));

    private static JsonTree read(String text) {
        var reading = JsonReader.read(text);
        assertThat(reading).as(text).isInstanceOf(JsonReading.Read.class);
        return ((JsonReading.Read) reading).value();
    }

    @Test
    void numbers_are_written_as_in_appendix_b() {
        NUMBERS.forEach((bits, text) ->
                assertThat(Jcs.number(Double.longBitsToDouble(bits))).isEqualTo(text));
    }

    @Test
    void the_samples_of_sections_3_2_2_and_3_2_3_are_written_as_there() {
        var sample =
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }\
                """;
        assertThat(Jcs.text(read(sample)))
                .isEqualTo(
                        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,"
                                + "0.002,1e-27],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        var sorted =
                """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet",
                 "1": "One", "\\ud83d\\ude00": "Emoji", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}\
                """;
        assertThat(Jcs.text(read(sorted)).replaceAll("\"[^\"]*\":", ""))
                .isEqualTo(
                        "{\"Carriage Return\",\"One\",\"Control\",\"Latin Small Letter O With"
                                + " Diaeresis\",\"Euro Sign\",\"Emoji\",\"Hebrew Letter Dalet\"}");
    }

    @Test
    void random_values_are_written_as_an_independent_library_writes_them() throws IOException {
        var random = new Random(SEED);
        for (int run = 0; run < 150; run++) {
            var value = new JsonTree.Members(Map.of("a", value(random, 0)));
            var text = Jcs.text(value);
            assertThat(new JsonCanonicalizer(text).getEncodedUTF8())
                    .as(text)
                    .isEqualTo(Jcs.bytes(value));
            assertThat(Jcs.text(read(text))).isEqualTo(text);
        }
    }

    @Test
    void what_readers_could_take_differently_is_no_json_here() {
        for (var text :
                List.of(
                        "",
                        "{",
                        "{}{}",
                        "{\"a\":1,\"a\":1}",
                        "{\"a\":1,\"\\u0061\":2}",
                        "{a:1}",
                        "{\"a\":1,}",
                        "[1,]",
                        "[,1]",
                        "01",
                        "+1",
                        "1.",
                        ".5",
                        "1e999",
                        "NaN",
                        "nul",
                        "\"\\x\"",
                        "\"\\u12\"",
                        "\"\\u００41\"",
                        "\"\\ud800\"",
                        "\"\\udc00\\ud800\"",
                        "\"\n\"",
                        "\"a",
                        "'a'",
                        "\u00a01",
                        "\ufeff{}",
                        "[".repeat(20) + "]".repeat(20),
                        "[".repeat(100_000))) {
            assertThat(JsonReader.read(text))
                    .as(text.substring(0, Math.min(30, text.length())))
                    .isInstanceOf(JsonReading.Unreadable.class);
        }
        assertThat(JsonReader.read("{\"a\":tru}"))
                .isEqualTo(new JsonReading.Unreadable(5, "a value is expected"));
    }

    @Test
    void no_text_makes_the_reader_throw() {
        var random = new Random(SEED);
        var alphabet = "{}[]\",:\\u0e-+.1tfn \ud83d\ude00";
        for (int run = 0; run < 1_500; run++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(JsonReader.read(text.toString())).isNotNull();
        }
    }

    private static JsonTree value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> new JsonTree.Text(text(random));
            case 1 -> new JsonTree.Truth(random.nextBoolean());
            case 2 -> new JsonTree.Nothing();
            case 3 -> new JsonTree.Real(real(random));
            case 4 -> {
                var all = new LinkedHashMap<String, JsonTree>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    all.put(text(random), value(random, depth + 1));
                }
                yield new JsonTree.Members(all);
            }
            default -> {
                var all = new ArrayList<JsonTree>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    all.add(value(random, depth + 1));
                }
                yield new JsonTree.Items(all);
            }
        };
    }

    private static double real(Random random) {
        double any = Double.longBitsToDouble(random.nextLong());
        boolean plain = random.nextBoolean() || !Double.isFinite(any);
        return plain ? random.nextInt(2_000_000) / 1_000.0 : any;
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
            int point = random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x180);
            text.appendCodePoint(
                    point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                            ? 0x1F600
                            : point);
        }
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
