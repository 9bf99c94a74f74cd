package exeat.desk.papers;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatinNameTest {

    private static Optional<LatinName> of(String nationality, PersonName... names) {
        return LatinName.of(
                new Traveller(
                        new TravellerNo(1),
                        List.of(names),
                        BirthDate.of(LocalDate.of(1931, 5, 7)),
                        nationality,
                        new AuthorityId("jl-yanji"),
                        new Purpose("settle"),
                        Facts.NONE,
                        List.of(),
                        List.of(),
                        "ko",
                        Optional.empty()));
    }

    private static String spelled(String nationality, PersonName... names) {
        var name = of(nationality, names).orElseThrow().name();
        return String.join(" ", name.primary()) + "  " + String.join(" ", name.secondary());
    }

    private static final PersonName HANGUL = new PersonName("Hang", "김", "철수");
    private static final PersonName HAN = new PersonName("Hani", "金", "哲洙");
    private static final PersonName LATIN = new PersonName("Latn", "Kim", "Chŏl-su");

    @Test
    void what_the_person_wrote_goes_before_every_rule() {
        assertThat(spelled("CN", HANGUL, HAN, LATIN)).isEqualTo("KIM  CHOL SU");
        assertThat(of("CN", HANGUL, LATIN).orElseThrow().own()).isTrue();
        assertThat(of("CN", HANGUL).orElseThrow().own()).isFalse();
    }

    @Test
    void han_is_pinyin_for_citizens_of_the_state_that_spells_so_and_for_nobody_else() {
        assertThat(spelled("CN", HAN)).isEqualTo("JIN  ZHEZHU");
        assertThat(spelled("CN", HANGUL, HAN)).isEqualTo("JIN  ZHEZHU");
        assertThat(spelled("KR", HANGUL, HAN)).isEqualTo("GIM  CHEOLSU");
        assertThat(of("KR", HAN)).isEmpty();
        assertThat(of("none", HAN)).isEmpty();
    }

    /** As passports of the People's Republic have them; ü is YU since 2012. */
    @Test
    void pinyin_has_the_readings_of_surnames_and_no_tones() {
        assertThat(spelled("CN", new PersonName("Hani", "吕", "丽华"))).isEqualTo("LYU  LIHUA");
        assertThat(spelled("CN", new PersonName("Hani", "曾", "国藩"))).startsWith("ZENG  ");
        assertThat(spelled("CN", new PersonName("Hani", "欧阳", "修"))).isEqualTo("OUYANG  XIU");
    }

    @Test
    void cyrillic_is_spelled_as_the_persons_state_does() {
        var name = new PersonName("Cyrl", "Гончар", "Олесь");
        assertThat(spelled("RU", name)).isEqualTo("GONCHAR  OLES");
        assertThat(spelled("UA", name)).isEqualTo("HONCHAR  OLES");
    }

    @Test
    void one_name_alone_is_the_primary_one_and_digits_are_left_out() {
        assertThat(spelled("KR", new PersonName("Hang", "", "철수"))).isEqualTo("CHEOLSU  ");
        assertThat(spelled("CN", new PersonName("Latn", "Kim", "Chol Su 2")))
                .isEqualTo("KIM  CHOL SU");
    }

    @Test
    void nobody_guesses_at_a_script_without_a_rule() {
        assertThat(of("EG", new PersonName("Arab", "محمود", "علي"))).isEmpty();
        assertThat(of("KR", new PersonName("Hang", "김", "哲洙"))).isEmpty();
    }
}
