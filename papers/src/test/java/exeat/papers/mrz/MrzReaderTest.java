package exeat.papers.mrz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import exeat.papers.mrz.MachineReadableZone.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MrzReaderTest {

    private static final long SEED = 9303;
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    /** The specimens in the appendices of parts 4 to 7. */
    private static final String TD3 =
            """
            P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L898902C36UTO7408122F1204159ZE184226B<<<<<10\
            """;

    private static final String TD1 =
            """
            I<UTOD231458907<<<<<<<<<<<<<<<
            7408122F1204159UTO<<<<<<<<<<<6
            ERIKSSON<<ANNA<MARIA<<<<<<<<<<\
            """;

    private static final String TD2 =
            """
            I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
            D231458907UTO7408122F1204159<<<<<<<6\
            """;

    private static final String MRV_A =
            """
            V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L8988901C4XXX4009078F96121096ZE184226B<<<<<<\
            """;

    private static final String MRV_B =
            """
            V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
            L8988901C4XXX4009078F9612109<<<<<<<<\
            """;

    /** Part 11, appendix D.2: a number of twelve characters on a card. */
    private static final String LONG_NUMBER =
            """
            I<UTOD23145890<7349<<<<<<<<<<<
            3407127M9507122UTO<<<<<<<<<<<2
            STEVENSON<<PETER<JOHN<<<<<<<<<\
            """;

    private static MachineReadableZone read(String text) {
        var reading = MrzReader.read(text);
        assertThat(reading).as(text).isInstanceOf(MrzReading.Read.class);
        return ((MrzReading.Read) reading).zone();
    }

    private static List<String> faults(String text) {
        var reading = MrzReader.read(text);
        assertThat(reading).as(text).isInstanceOf(MrzReading.Faulty.class);
        return ((MrzReading.Faulty) reading).faults().stream().map(MrzFault::text).toList();
    }

    @Test
    void check_digits_are_those_of_the_examples_of_part_3() {
        assertThat(CheckDigit.of("520727")).isEqualTo('3');
        assertThat(CheckDigit.of("AB2134<<<")).isEqualTo('5');
        assertThat(CheckDigit.of("HA672242<658022549601086<<<<<<<<<<<<<<0")).isEqualTo('8');
        assertThat(CheckDigit.of("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<"))
                .isEqualTo('2');
        assertThat(CheckDigit.of("HA672242<658022549601086<<<<<<<")).isEqualTo('8');
    }

    @Test
    void the_published_specimens_are_read_and_written_as_they_are() {
        for (var specimen : List.of(TD1, TD2, TD3, MRV_A, MRV_B, LONG_NUMBER)) {
            assertThat(MrzWriter.write(read(specimen))).isEqualTo(specimen);
        }
        var passport = read(TD3);
        assertThat(passport.format()).isEqualTo(MrzFormat.TD3);
        assertThat(passport.code()).isEqualTo("P");
        assertThat(passport.issuer()).isEqualTo("UTO");
        assertThat(passport.number()).isEqualTo("L898902C3");
        assertThat(passport.nationality()).isEqualTo("UTO");
        assertThat(passport.sex()).isEqualTo(Sex.FEMALE);
        assertThat(passport.birth().upTo(DAY)).contains(LocalDate.of(1974, 8, 12));
        assertThat(passport.expiry().nearest(DAY)).contains(LocalDate.of(2012, 4, 15));
        assertThat(passport.optional()).isEqualTo("ZE184226B");
        assertThat(passport.name())
                .isEqualTo(new MrzName(List.of("ERIKSSON"), List.of("ANNA", "MARIA")));
        assertThat(read(MRV_A).format()).isEqualTo(MrzFormat.MRV_A);
        assertThat(read(MRV_A).nationality()).isEqualTo("XXX");
        assertThat(read(MRV_B).format()).isEqualTo(MrzFormat.MRV_B);
        assertThat(read(LONG_NUMBER).number()).isEqualTo("D23145890734");
        assertThat(read(LONG_NUMBER).optional()).isEmpty();
    }

    @Test
    void a_fault_says_where_it_is_and_what_is_wrong() {
        assertThat(faults("")).containsExactly("there are 0 lines; a zone has 2 or 3");
        assertThat(faults(TD3.replace("10", "1")))
                .containsExactly("line 2: it has 43 characters; 44 are expected");
        assertThat(faults(TD3.replace("L898902C3", "L8989O2C3")))
                .containsExactly(
                        "line 2, column 10: check digit of the document number is 6, not 0",
                        "line 2, column 44: composite check digit is 0, not 4");
        assertThat(faults(TD3.replace("7408122", "7413122")))
                .contains("line 2, column 14: not a date YYMMDD");
        assertThat(faults(TD3.replace("7408122F", "7408122X")))
                .containsExactly("line 2, column 21: X is not F, M or <");
        assertThat(faults(TD3.replace("ERIKSSON<<", "ERIKSS0N<<")))
                .containsExactly("line 1, column 12: a name has no digits");
        assertThat(faults(TD3.replace("MARIA", "<MARI")))
                .containsExactly("line 1, column 20: a name has two parts with << between them");
        assertThat(faults(TD3.replace("UTOERIK", "U<OERIK")))
                .containsExactly(
                        "line 1, column 3: not one to three letters with fillers after them");
        assertThat(faults("X" + TD3.substring(1)))
                .containsExactly("line 1, column 1: not a document code of format TD3");
        // A Cyrillic letter that looks the same.
        assertThat(faults(TD3.replaceFirst("A", "\u0410")))
                .containsExactly("line 1, column 16: U+0410 is not A to Z, 0 to 9 or <");
        assertThat(faults(TD3.replace("<<ANNA", "<<anna"))).hasSize(4);
        assertThat(faults(LONG_NUMBER.replace("7349", "7348")))
                .containsExactly(
                        "line 1, column 19: check digit of the document number is 8, not 9",
                        "line 2, column 30: composite check digit is 2, not 9");
        assertThat(faults("A".repeat(100_000))).hasSize(1);
    }

    @Test
    void a_date_of_birth_may_be_known_in_part_and_a_date_of_expiry_may_not() {
        var zone = read(MRV_A.replace("4009078", "40<<<<" + CheckDigit.of("40<<<<")));
        assertThat(zone.birth().year()).hasValue(40);
        assertThat(zone.birth().month()).isEmpty();
        assertThat(zone.birth().upTo(DAY)).isEmpty();
        assertThat(zone.birth().text()).isEqualTo("40<<<<");
        assertThat(faults(MRV_A.replace("9612109", "9612<<" + CheckDigit.of("9612<<"))))
                .containsExactly("line 2, column 22: the date of expiry must be whole");
        for (var no : List.of("400230", "400001", "401301", "4<0101", "990229", "400100")) {
            assertThat(MrzDate.read(no)).as(no).isEmpty();
        }
        assertThat(MrzDate.read("000229").orElseThrow().upTo(DAY))
                .contains(LocalDate.of(2000, 2, 29));
        assertThat(MrzDate.read("261201").orElseThrow().upTo(DAY)).contains(DAY);
        assertThat(MrzDate.read("261202").orElseThrow().upTo(DAY))
                .contains(LocalDate.of(1926, 12, 2));
        assertThat(MrzDate.read("700101").orElseThrow().nearest(DAY))
                .contains(LocalDate.of(2070, 1, 1));
        assertThat(MrzDate.read("800101").orElseThrow().nearest(DAY))
                .contains(LocalDate.of(1980, 1, 1));
    }

    /**
     * Whatever is written is read again, and one changed character is noticed where digits guard.
     */
    @Test
    void random_zones_are_written_and_read_again() {
        var random = new Random(SEED);
        for (int run = 0; run < 250; run++) {
            var zone = zone(random);
            var text = MrzWriter.write(zone);
            var again = read(text);
            assertThat(MrzWriter.write(again)).as("run %d", run).isEqualTo(text);
            if (zone.name().whole().length() < zone.format().room(MrzField.NAME)) {
                assertThat(again).as("run %d", run).isEqualTo(zone);
            }
            int at = random.nextInt(text.length());
            if (Character.isDigit(text.charAt(at)) && isGuarded(text, at, zone.format())) {
                char other = (char) ('0' + (text.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
                var changed = text.substring(0, at) + other + text.substring(at + 1);
                assertThat(faults(changed)).as(changed).isNotEmpty();
            }
        }
    }

    @Test
    void no_text_makes_the_reader_throw() {
        var random = new Random(SEED);
        var alphabet = "AZ09<V<P<I<\n\r é\u0410\uD83D\uDE00";
        for (int run = 0; run < 400; run++) {
            var text = new StringBuilder(List.of(TD1, TD2, TD3, MRV_A).get(random.nextInt(4)));
            for (int edits = random.nextInt(6); edits >= 0; edits--) {
                text.setCharAt(
                        random.nextInt(text.length()),
                        alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(MrzReader.read(text.toString())).isNotNull();
        }
    }

    @Test
    void what_does_not_fit_is_not_written() {
        var zone = read(MRV_A);
        for (var number : List.of("", "A<", "1234567890", "TA-7K3M", "ÄB")) {
            assertThatIllegalArgumentException()
                    .as(number)
                    .isThrownBy(() -> MrzWriter.write(numbered(zone, number)));
        }
        assertThat(MrzWriter.write(numbered(zone, "7K3M9Q2P"))).contains("\n7K3M9Q2P<");
        var passport =
                new MachineReadableZone(
                        MrzFormat.TD3,
                        "V",
                        zone.issuer(),
                        zone.number(),
                        zone.nationality(),
                        zone.birth(),
                        zone.sex(),
                        zone.expiry(),
                        zone.name(),
                        "",
                        "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MrzWriter.write(passport))
                .withMessageContaining("document code");
    }

    private static MachineReadableZone numbered(MachineReadableZone zone, String number) {
        return new MachineReadableZone(
                zone.format(),
                zone.code(),
                zone.issuer(),
                number,
                zone.nationality(),
                zone.birth(),
                zone.sex(),
                zone.expiry(),
                zone.name(),
                zone.optional(),
                zone.secondOptional());
    }

    /** A digit under a check digit, or one. */
    private static boolean isGuarded(String text, int at, MrzFormat format) {
        int line = (int) text.substring(0, at).chars().filter(each -> each == '\n').count() + 1;
        int column = at - text.lastIndexOf('\n', at);
        return List.of(MrzField.NUMBER, MrzField.BIRTH, MrzField.EXPIRY, MrzField.EXPIRY_CHECK)
                .stream()
                .map(format::place)
                .anyMatch(place ->
                        place.line() == line && place.from() <= column && column <= place.to());
    }

    private static MachineReadableZone zone(Random random) {
        var format = any(random, List.of(MrzFormat.values()));
        var code =
                switch (format) {
                    case TD1, TD2 -> "A";
                    case TD3 -> "P";
                    case MRV_A, MRV_B -> "V";
                };
        int most = format.takesLongNumbers() && random.nextInt(4) == 0 ? 13 : 9;
        return new MachineReadableZone(
                format,
                code,
                "UTO",
                text(random, "ABCXYZ0189", 1 + random.nextInt(most)),
                random.nextBoolean() ? "XXX" : "D",
                random.nextInt(9) == 0 ? MrzDate.unknown() : MrzDate.of(day(random)),
                any(random, List.of(Sex.values())),
                MrzDate.of(day(random)),
                new MrzName(components(random, 1), components(random, 0)),
                most > 9 ? "" : text(random, "AZ09", random.nextInt(8)),
                format == MrzFormat.TD1 ? text(random, "AZ09", random.nextInt(12)) : "");
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static LocalDate day(Random random) {
        return DAY.minusDays(random.nextInt(30_000));
    }

    private static List<String> components(Random random, int least) {
        return IntStream.range(0, least + random.nextInt(4))
                .mapToObj(_ -> text(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 2 + random.nextInt(11)))
                .toList();
    }

    private static String text(Random random, String alphabet, int length) {
        return IntStream.range(0, length)
                .mapToObj(_ -> alphabet.charAt(random.nextInt(alphabet.length())))
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
