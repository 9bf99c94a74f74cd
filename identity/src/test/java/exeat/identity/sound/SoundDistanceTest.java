package exeat.identity.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoundDistanceTest {

    private static final List<Sound> WORDS =
            List.of("kim", "kimcEgWn", "pakkWnhye", "i", "ri", "cogun", "serke", "").stream()
                    .map(Sound::new)
                    .toList();

    @Test
    void it_is_the_same_both_ways_and_nothing_to_itself() {
        for (var one : WORDS) {
            for (var other : WORDS) {
                assertThat(SoundDistance.between(one, other))
                        .isCloseTo(SoundDistance.between(other, one), within(1e-12))
                        .isBetween(0.0, SoundDistance.FAR);
            }
            assertThat(SoundDistance.between(one, one))
                    .isEqualTo(one.isSilent() ? SoundDistance.FAR : 0);
        }
    }

    @Test
    void what_is_confused_is_nearer_than_what_is_not() {
        var jeong = new Sound("cEg");
        assertThat(SoundDistance.between(jeong, new Sound("cog")))
                .isLessThan(SoundDistance.between(jeong, new Sound("cag")));
        assertThat(SoundDistance.between(jeong, new Sound("cEn")))
                .isLessThan(SoundDistance.between(jeong, new Sound("cEk")) + 1e-9);
        assertThat(SoundDistance.between(new Sound("pak"), new Sound("park")))
                .isLessThan(SoundDistance.between(new Sound("pak"), new Sound("pask")));
    }

    @Test
    void two_neighbours_exchanged_are_one_slip() {
        assertThat(SoundDistance.between(new Sound("martin"), new Sound("matrin")))
                .isCloseTo(0.5 / Math.sqrt(6), within(1e-9));
    }

    /** By the bones a pair is left out without being compared: it must be far apart indeed. */
    @Test
    void bones_never_say_more_than_the_distance() {
        var chance = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            var one = word(chance);
            var other = chance.nextBoolean() ? word(chance) : slipped(one, chance);
            double least =
                    SoundDistance.least(
                            SoundDistance.bones(one),
                            one.length(),
                            SoundDistance.bones(other),
                            other.length());
            assertThat(least)
                    .as(one + ", " + other)
                    .isLessThanOrEqualTo(
                            SoundDistance.between(new Sound(one), new Sound(other)) + 1e-9);
        }
    }

    private static String word(Random chance) {
        var word = new StringBuilder();
        for (int length = 1 + chance.nextInt(40); length > 0; length--) {
            word.append(Sound.ALPHABET.charAt(chance.nextInt(Sound.ALPHABET.length())));
        }
        return word.toString();
    }

    private static String slipped(String word, Random chance) {
        int at = chance.nextInt(word.length());
        return word.substring(0, at) + word(chance).charAt(0) + word.substring(at + 1);
    }

    /** A limit only saves work: up to it the answer is the same, beyond it is also beyond. */
    @Test
    void a_limit_changes_no_answer_up_to_it() {
        double limit = 0.3;
        for (var one : WORDS) {
            for (var other : WORDS) {
                double whole = SoundDistance.between(one, other);
                double cut = SoundDistance.between(one.phonemes(), other.phonemes(), limit);
                assertThat(cut).isGreaterThanOrEqualTo(whole - 1e-12);
                if (whole <= limit) {
                    assertThat(cut).isEqualTo(whole);
                } else {
                    assertThat(cut).isGreaterThan(limit);
                }
            }
        }
    }
}
