package exeat.papers.mrz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MrzNameTest {

    private static final int WIDE = 39;
    private static final int NARROW = 31;
    private static final long SEED = 423;

    private static String fitted(String primary, String secondary, int columns) {
        return name(primary, secondary).fitting(columns);
    }

    private static MrzName name(String primary, String secondary) {
        return new MrzName(
                Transliteration.GENERAL.components(primary).orElseThrow(),
                secondary.isEmpty()
                        ? List.of()
                        : Transliteration.GENERAL.components(secondary).orElseThrow());
    }

    @Test
    void names_are_written_as_in_the_examples_of_parts_3_6_and_7() {
        assertThat(fitted("Heng", "Deborah Ming Lo", WIDE)).isEqualTo("HENG<<DEBORAH<MING<LO");
        assertThat(fitted("Smith-Jones", "Susie Margaret", WIDE))
                .isEqualTo("SMITH<JONES<<SUSIE<MARGARET");
        assertThat(fitted("O'Connor", "Enya Siobhan", WIDE)).isEqualTo("OCONNOR<<ENYA<SIOBHAN");
        assertThat(fitted("Van Der Muellen", "Martin", WIDE)).isEqualTo("VAN<DER<MUELLEN<<MARTIN");
        assertThat(fitted("Al-Basri", "Huda Muhammad Jawad", NARROW))
                .isEqualTo("AL<BASRI<<HUDA<MUHAMMAD<JAWAD");
        assertThat(fitted("Arkfreith", "", WIDE)).isEqualTo("ARKFREITH");
        assertThat(fitted("D'Artagnan", "Marie-Elise", WIDE)).isEqualTo("DARTAGNAN<<MARIE<ELISE");
    }

    @Test
    void names_that_are_too_long_are_cut_as_in_the_examples_of_parts_6_and_7() {
        var given = "Chayapa Dejthamrong Krasuang";
        assertThat(fitted("Nilavadhanananda", given, WIDE))
                .isEqualTo("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K");
        assertThat(fitted("Nilavadhanananda", given, NARROW))
                .isEqualTo("NILAVADHANANANDA<<CHAYAPA<DEJ<K");
        assertThat(fitted("Nilavadhanananda", "Arnpol Petch Charonguang", WIDE))
                .isEqualTo("NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU");
        var family = "Bennelong Wooloomooloo Warrandyte Warnambool";
        assertThat(fitted(family, "Dingo Potoroo", WIDE))
                .isEqualTo("BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI");
        assertThat(fitted(family, "Dingo Potoroo", NARROW))
                .isEqualTo("BENNELONG<WOOLOOMOOLOO<W<W<<D<P");
        assertThat(fitted("Papandropoulous", "Jonathon Warren Trevor", WIDE))
                .isEqualTo("PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR");
        assertThat(fitted("Papandropoulous", "Jonathoon Alec", NARROW))
                .isEqualTo("PAPANDROPOULOUS<<JONATHOON<ALEC");
    }

    /** By the last letter a reader knows; and of each identifier something is left. */
    @Test
    void a_cut_name_ends_in_a_letter_in_the_last_column() {
        var random = new Random(SEED);
        for (int run = 0; run < 500; run++) {
            var name = new MrzName(components(random, 1), components(random, 0));
            int columns = List.of(30, NARROW, WIDE).get(random.nextInt(3));
            var text = name.fitting(columns);
            if (name.whole().length() <= columns) {
                assertThat(text).isEqualTo(name.whole());
                continue;
            }
            assertThat(text).as("%s in %d", name, columns).hasSize(columns).matches(".*[A-Z]");
            assertThat(text.contains("<<")).isEqualTo(!name.secondary().isEmpty());
            assertThat(text).startsWith(name.primary().getFirst().substring(0, 1));
            assertThat(text).doesNotContain("<<<");
        }
    }

    @Test
    void letters_are_spelled_as_tables_a_and_b_of_part_3_have_it() {
        assertThat(Transliteration.GENERAL.components("Žofie Çelik-Łódź"))
                .contains(List.of("ZOFIE", "CELIK", "LODZ"));
        assertThat(Transliteration.GENERAL.components("Müller Østergård Weiß Þórr Ĳssel"))
                .contains(List.of("MUELLER", "OESTERGAARD", "WEISS", "THORR", "IJSSEL"));
        assertThat(Transliteration.GENERAL.components("Nguyễn Cañón"))
                .contains(List.of("NGUYEN", "CANON"));
        assertThat(Transliteration.GENERAL.components("Юлия Щеглова Ёжиков Подъячев Ильин"))
                .contains(List.of("IULIIA", "SHCHEGLOVA", "EZHIKOV", "PODIEIACHEV", "ILIN"));
        assertThat(Transliteration.UKRAINIAN.components("Євген Юрій Згурський Знам'янка"))
                .contains(List.of("YEVHEN", "YURII", "ZHURSKYI", "ZNAMIANKA"));
        assertThat(Transliteration.BELARUSIAN.components("Ігар Ёрш"))
                .contains(List.of("IHAR", "IORSH"));
        assertThat(Transliteration.BULGARIAN.components("Щерев")).contains(List.of("SHTEREV"));
        assertThat(Transliteration.MACEDONIAN.components("Ќиров Ѓорѓи Џеков"))
                .contains(List.of("KJIROV", "GJORGJI", "DJEKOV"));
        assertThat(Transliteration.SERBIAN.components("Живковић Његош"))
                .contains(List.of("ZIVKOVIC", "NJEHOS"));
    }

    @Test
    void what_no_table_spells_the_person_spells() {
        for (var name : List.of("김순희", "金順姬", "محمد", "Anna 2", "", "'", "\uD83D\uDE00")) {
            assertThat(Transliteration.GENERAL.components(name)).as(name).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new MrzName(List.of("김"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new MrzName(List.of(), List.of()));
    }

    private static List<String> components(Random random, int least) {
        return IntStream.range(0, least + random.nextInt(5))
                .mapToObj(_ -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ".substring(0, 2 + random.nextInt(24)))
                .toList();
    }
}
