package exeat.identity.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameComparisonTest {

    private static NameMatch match(String one, String other) {
        return NameComparison.of(SpokenName.of(one), SpokenName.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "朴槿惠, Park Geun-hye",
        "박근혜, Geunhye Park",
        "朴槿惠, 박근혜",
        "朴槿惠, Пак Кын Хе",
        "김정은, Ким Чен Ын",
        "김일성, Kim Il Sung",
        "김일성, Ким Ир Сен",
        "노무현, Roh Moo-hyun",
        "이승만, Syngman Rhee",
        "최순실, Choi Soon-sil",
        "习近平, Си Цзиньпин",
        "毛澤東, Mao Tse-tung",
        "朱镕基, Chu Jung-chi",
        "曹操, Cao Cao",
        "諸葛亮, Zhuge Liang",
        "공손술, Kongson Sul",
        "Владимир Путин, Putin Vladimir",
        "Sergej Lavrov, Sergey Lavrov",
        "KIM OKSOON, 김옥순",
    })
    void one_name_in_two_scripts_or_spellings_sounds_the_same_or_nearly(String one, String other) {
        assertThat(match(one, other).agreement())
                .isIn(NameAgreement.SAME_SOUND, NameAgreement.NEAR_SOUND);
    }

    /** Brothers and sisters share a syllable of their names: that is no slip of a clerk. */
    @ParameterizedTest
    @CsvSource({
        "Kim Jong-un, Kim Jong-il",
        "김정은, 김정일",
        "김정은, 김종은",
        "고경명, 고경조",
        "习近平, 习远平",
        "KIM SOK JIN, KIM SOK CHOL",
        "Sergey Lavrov, Andrey Lavrov",
    })
    void another_given_name_is_another_name(String one, String other) {
        assertThat(match(one, other).agreement()).isEqualTo(NameAgreement.ONE_PART);
    }

    @Test
    void characters_count_where_both_names_have_them() {
        assertThat(match("习近平", "習近平").agreement()).isEqualTo(NameAgreement.SAME_WRITING);
        assertThat(match("\uF9E1承晩", "李承晩").agreement()).isEqualTo(NameAgreement.SAME_WRITING);
        assertThat(match("高石早苗", "高市早苗").agreement())
                .isNotIn(NameAgreement.SAME_WRITING, NameAgreement.SAME_SOUND);
    }

    @Test
    void a_name_at_birth_beside_a_married_name_is_a_part_more() {
        var match = match("Kim Ok-sun", "Ivanova (née Kim) Ok-sun");
        assertThat(match.agreement()).isEqualTo(NameAgreement.PART_MISSING);
        assertThat(match.shared()).containsExactly("kim", "oksun");
        assertThat(match("Anna Ivanova", "Anna Petrova").agreement())
                .isEqualTo(NameAgreement.ONE_PART);
    }

    @Test
    void hyphens_spaces_and_order_do_not_count() {
        for (var other :
                List.of("Park Geunhye", "Park Geun Hye", "Geun Hye Park", "PARK, GEUN-HYE")) {
            assertThat(match("Park Geun-hye", other).distance()).as(other).isZero();
        }
    }

    @Test
    void nothing_is_like_a_name_that_cannot_be_read() {
        assertThat(match("—", "—").agreement()).isEqualTo(NameAgreement.DIFFERENT);
    }

    private static final List<String> PIECES =
            List.of(
                    "Kim",
                    "Geun-hye",
                    "Park",
                    "Ivanova",
                    "Anna",
                    "B",
                    "Ben",
                    "Benjamin",
                    "Минсу",
                    "Ли",
                    "金",
                    "玉順",
                    "김",
                    "옥순",
                    "근혜",
                    "Lee",
                    "Ok",
                    "Sun",
                    "Oksun",
                    "習近平");

    /** Names of one to four pieces, many of which share some. */
    @Test
    void any_two_names_agree_as_much_the_other_way_and_when_compared_quickly() {
        var chance = new Random(17);
        for (int i = 0; i < 5_000; i++) {
            var one = SpokenName.of(name(chance));
            var other = SpokenName.of(name(chance));
            var there = NameComparison.of(one, other);
            var back = NameComparison.of(other, one);
            assertThat(back.agreement()).as(one + ", " + other).isEqualTo(there.agreement());
            assertThat(back.distance())
                    .as(one + ", " + other)
                    .isCloseTo(there.distance(), within(1e-9));
            assertThat(NameComparison.quick(one, other).agreement())
                    .as(one + ", " + other)
                    .isEqualTo(there.agreement());
        }
    }

    private static String name(Random chance) {
        var pieces = new ArrayList<String>();
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            pieces.add(PIECES.get(chance.nextInt(PIECES.size())));
        }
        return String.join(" ", pieces);
    }

    @Test
    void it_is_the_same_both_ways() {
        var names =
                List.of(
                        "朴槿惠",
                        "Park Geun-hye",
                        "Пак Кын Хе",
                        "김정은",
                        "Kim Jong-il",
                        "李承晩",
                        "Syngman Rhee",
                        "Ivanova Ok-sun Kim",
                        "Ben Netanyahu",
                        "Benjamin Netanyahu");
        for (var one : names) {
            for (var other : names) {
                var there = match(one, other);
                var back = match(other, one);
                assertThat(back.agreement()).as(one + ", " + other).isEqualTo(there.agreement());
                assertThat(back.distance()).isCloseTo(there.distance(), within(1e-9));
            }
        }
    }
}
