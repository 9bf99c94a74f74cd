package exeat.identity.sound;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Hangul as a sound: each syllable as it is written, without what speech does between two. */
final class HangulSounds {

    static final int FIRST = 0xAC00;
    static final int LAST = 0xD7A3;

    private static final int VOWEL_COUNT = 21;
    private static final int END_COUNT = 28;

    private static final String[] BEGINNINGS = {
        "k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "h"
    };

    private static final String[] VOWELS = {
        "a", "A", "ya", "yA", "E", "e", "yE", "ye", "o", "wa", "wA", "O", "yo", "u", "wE", "we",
        "wi", "yu", "W", "Wi", "i"
    };

    private static final String[] ENDS = {
        "", "k", "k", "k", "n", "n", "n", "t", "r", "k", "m", "r", "r", "r", "p", "r", "m", "p",
        "p", "t", "t", "g", "t", "t", "k", "t", "p", ""
    };

    /** Numbers of beginnings. */
    private static final int N = 2;

    private static final int R = 5;
    private static final int NONE = 11;

    /** Numbers of the vowels before which ㄹ and ㄴ fall silent: 야 얘 여 예 요 유 이. */
    private static final List<Integer> NARROW = List.of(2, 3, 6, 7, 12, 17, 20);

    /** Surnames that began with ㄹ, and do in the north. */
    private static final Set<String> BEFORE_THE_LAW =
            Set.of("이", "노", "유", "임", "양", "나", "여", "염", "용", "육", "뇌", "누");

    private HangulSounds() {}

    static boolean isSyllable(int letter) {
        return letter >= FIRST && letter <= LAST;
    }

    /**
     * A word as it is written, and as it is where the initial law is kept otherwise: 리 and 이 are
     * one surname, north and south.
     */
    static List<Sound> all(String word) {
        var sounds = new LinkedHashSet<Sound>();
        sounds.add(of(word));
        int first = word.isEmpty() ? 0 : word.codePointAt(0) - FIRST;
        if (first < 0 || first > LAST - FIRST) {
            return List.copyOf(sounds);
        }
        int beginning = first / (VOWEL_COUNT * END_COUNT);
        boolean narrow = NARROW.contains(first / END_COUNT % VOWEL_COUNT);
        if (beginning == R) {
            sounds.add(beginning(word, narrow ? NONE : N));
        } else if (beginning == N && narrow) {
            sounds.add(beginning(word, NONE));
        } else if (BEFORE_THE_LAW.contains(word)) {
            sounds.add(beginning(word, R));
        }
        return List.copyOf(sounds);
    }

    private static Sound beginning(String word, int beginning) {
        int rest = (word.codePointAt(0) - FIRST) % (VOWEL_COUNT * END_COUNT);
        int first = FIRST + beginning * VOWEL_COUNT * END_COUNT + rest;
        return of(Character.toString(first) + word.substring(1));
    }

    /** A word; what is not a syllable is not heard. */
    static Sound of(String word) {
        var heard = new StringBuilder();
        word.codePoints().filter(HangulSounds::isSyllable).forEach(each -> append(heard, each));
        return new Sound(LatinSounds.settled(heard));
    }

    private static void append(StringBuilder heard, int syllable) {
        int number = syllable - FIRST;
        heard.append(BEGINNINGS[number / (VOWEL_COUNT * END_COUNT)])
                .append(VOWELS[number / END_COUNT % VOWEL_COUNT])
                .append(ENDS[number % END_COUNT]);
    }
}
