package exeat.identity.name;

import exeat.identity.sound.Sounds;
import exeat.identity.sound.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a name is parted: at spaces and commas, and after the surname of a name in Han or Hangul.
 */
final class NameParts {

    /** Between parts; a hyphen parts the syllables of one. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;()/（）·・=\"“”«»]+");

    /** What clerks put before a name at birth, and titles that are no name. */
    private static final Set<String> NOT_NAMES =
            Set.of(
                    "née",
                    "nee",
                    "né",
                    "geb",
                    "geb.",
                    "born",
                    "ур.",
                    "урожд.",
                    "урожденная",
                    "рожд.",
                    "mr",
                    "mr.",
                    "mrs",
                    "mrs.",
                    "ms",
                    "ms.",
                    "dr",
                    "dr.",
                    "氏",
                    "씨",
                    "님");

    /** Surnames of two syllables, as Han and Hangul write them. */
    private static final Set<String> TWO =
            Set.of(
                    "남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "공손", "사마", "구양", "南宮", "南宫",
                    "皇甫", "諸葛", "诸葛", "司空", "鮮于", "鲜于", "西門", "西门", "獨孤", "独孤", "東方", "东方", "公孫",
                    "公孙", "司馬", "司马", "歐陽", "欧阳", "上官", "夏侯", "尉遲", "尉迟", "慕容", "令狐", "司徒");

    /** Longer names without a space are foreign ones, spelled in syllables. */
    private static final int MAX_LENGTH = 4;

    private NameParts() {}

    /** In the order in which they are written, plain; empty if there is no name. */
    static List<String> of(String written) {
        var parts = new ArrayList<String>();
        for (var part : BETWEEN.split(Sounds.plain(written), -1)) {
            if (part.codePoints().anyMatch(Character::isLetterOrDigit)
                    && !NOT_NAMES.contains(part)) {
                parts.add(part);
            }
        }
        return parts.size() == 1 ? surnameFirst(parts.getFirst()) : List.copyOf(parts);
    }

    private static List<String> surnameFirst(String word) {
        var writing = Sounds.writing(word);
        int letters = word.codePointCount(0, word.length());
        boolean syllabic = writing == Writing.HAN || writing == Writing.HANGUL;
        if (!syllabic || letters < 2 || letters > MAX_LENGTH) {
            return List.of(word);
        }
        int two = word.offsetByCodePoints(0, 2);
        int end =
                letters > 2 && TWO.contains(word.substring(0, two))
                        ? two
                        : word.offsetByCodePoints(0, 1);
        return List.of(word.substring(0, end), word.substring(end));
    }
}
