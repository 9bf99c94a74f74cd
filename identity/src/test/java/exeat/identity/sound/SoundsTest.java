package exeat.identity.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundsTest {

    /** Every romanisation of one name gives one sound, or one at hardly any distance. */
    @ParameterizedTest
    @CsvSource({
        "박정희, Bak Jeonghui", // Revised
        "박정희, Pak Chŏng-hŭi", // McCune-Reischauer
        "박정희, Pak Ceng-huy", // Yale
        "박정희, Пак Чонхи", // Kontsevich
        "毛澤東, Mao Zedong", // Pinyin
        "毛澤東, Mao Tsê-tung", // Wade-Giles
        "毛澤東, Мао Цзэдун", // Palladius
        "周恩来, Chou En-lai",
        "邓小平, Teng Hsiao-p'ing",
        "邓小平, Дэн Сяопин",
    })
    void romanisations_sound_alike(String own, String romanised) {
        var word = romanised.replace(" ", "");
        double least = 2;
        for (var language : Sounds.of(Sounds.plain(own))) {
            for (var sound : language) {
                for (var other : Sounds.of(Sounds.plain(word))) {
                    for (var heard : other) {
                        least = Math.min(least, SoundDistance.between(sound, heard));
                    }
                }
            }
        }
        assertThat(least).isLessThan(0.19);
    }

    @Test
    void hanja_are_read_in_korean_and_in_mandarin() {
        assertThat(Sounds.of("朴槿惠"))
                .isEqualTo(List.of(sounds("pakWnhye"), sounds("pyaocinhwi", "pucinhwi")));
        assertThat(Sounds.of("金").getFirst()).isEqualTo(sounds("kim", "kWm"));
    }

    /** Else the reading that only names have would be listed for nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"金", "沈", "車", "見", "復", "葉", "單", "龜", "丹"})
    void some_have_a_second_reading_in_names(String hanja) {
        assertThat(HanReadings.get().korean(hanja.codePointAt(0))).hasSize(2);
    }

    private static List<Sound> sounds(String... phonemes) {
        return List.of(phonemes).stream().map(Sound::new).toList();
    }

    @Test
    void simplified_characters_have_the_korean_reading_of_the_full_ones() {
        assertThat(Sounds.of("习").getFirst()).isEqualTo(Sounds.of("習").getFirst());
        assertThat(Sounds.folded("習近平")).isEqualTo(Sounds.folded("习近平"));
    }

    /** U+F9E1 is 李 as a Korean standard coded it once more, where it is read 이. */
    @Test
    void compatibility_characters_are_the_characters_that_they_stand_for() {
        assertThat(Sounds.plain("\uF9E1")).isEqualTo("李");
        assertThat(Sounds.folded("\uF9E1承晩")).isEqualTo(Sounds.folded("李承晩"));
        assertThat(Sounds.plain("ＫＩＭ")).isEqualTo("kim");
    }

    /** What other tables of readings would be measured against: ICU's Korean order has so many. */
    @Test
    void more_than_seven_thousand_hanja_have_a_korean_reading() {
        var readings = HanReadings.get();
        assertThat(IntStream.rangeClosed(0x4E00, 0x9FFF).filter(c -> !readings.korean(c).isEmpty()))
                .hasSizeGreaterThan(7_000);
    }

    @Test
    void a_surname_is_read_as_in_the_north_and_as_in_the_south() {
        assertThat(Sounds.of("이")).isEqualTo(List.of(sounds("i", "ri")));
        assertThat(Sounds.of("리")).isEqualTo(List.of(sounds("ri", "i")));
        assertThat(Sounds.of("로")).isEqualTo(List.of(sounds("ro", "no")));
    }

    @Test
    void what_nobody_can_read_has_no_sound() {
        assertThat(Sounds.of("—")).isEmpty();
        assertThat(Sounds.of("")).isEmpty();
    }
}
