package exeat.identity.sound;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How Han characters are read in Korea and in China. In ICU's Korean order a Hanja stands where the
 * syllable stands that it is read as (7,476 of them), and the few names whose reading is another
 * are listed here. In Mandarin ICU reads names; two surnames that it reads as words are listed.
 */
final class HanReadings {

    /** Read so in names, beside what the order of characters says, which is Kim of 金. */
    private static final Map<Integer, String> ALSO_KOREAN =
            korean(
                    "金금", "沈심", "車거", "易이", "樂낙", "北배", "宅댁", "見현", "復부", "度탁", "洞통", "省생", "說열",
                    "數삭", "惡오", "識지", "葉섭", "單선", "龜귀", "行항", "參삼", "奈나", "丹란", "讀두", "糖탕", "辰신",
                    "拓탁", "暴폭", "句귀", "不부", "串곶", "寧영", "怒노");

    private static final Map<Integer, String> ALSO_MANDARIN =
            Map.of(first("朴"), "piao", first("賁"), "ben");

    private static final Transliterator MANDARIN =
            Transliterator.getInstance("Han-Latin/Names; Latin-ASCII");
    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Hans-Hant");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Hant-Hans");

    private final Map<Integer, List<String>> korean = new HashMap<>();

    /** One reading a character; filled as characters are met, with the same result each time. */
    private final Map<Integer, String> mandarin = new ConcurrentHashMap<>();

    private final Map<Integer, Integer> folded = new ConcurrentHashMap<>();

    private HanReadings() {
        var order = Collator.getInstance(ULocale.KOREAN);
        order.setStrength(Collator.PRIMARY);
        var syllables = new HashMap<ByteBuffer, String>();
        for (int each = HangulSounds.FIRST; each <= HangulSounds.LAST; each++) {
            syllables.put(place(order, each), Character.toString(each));
        }
        for (int each = 0x3400; each <= 0x9FFF; each++) {
            var readings = new LinkedHashSet<String>();
            Optional.ofNullable(syllables.get(place(order, each))).ifPresent(readings::add);
            Optional.ofNullable(ALSO_KOREAN.get(each)).ifPresent(readings::add);
            if (!readings.isEmpty()) {
                korean.put(each, List.copyOf(readings));
            }
        }
    }

    private static final class Holder {
        private static final HanReadings ONE = new HanReadings();
    }

    static HanReadings get() {
        return Holder.ONE;
    }

    private static ByteBuffer place(Collator order, int letter) {
        return ByteBuffer.wrap(order.getCollationKey(Character.toString(letter)).toByteArray());
    }

    private static Map<Integer, String> korean(String... pairs) {
        var read = new HashMap<Integer, String>();
        for (var pair : pairs) {
            read.put(pair.codePointAt(0), pair.substring(1));
        }
        return Map.copyOf(read);
    }

    private static int first(String text) {
        return text.codePointAt(0);
    }

    static boolean isHan(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN;
    }

    /** One character for its forms: 习 and 習 are the same. Compatibility characters are gone. */
    int folded(int letter) {
        return folded.computeIfAbsent(
                letter, one -> first(SIMPLIFIED.transliterate(Character.toString(one))));
    }

    /** The syllables that a character is read as in Korea, in Hangul; empty if none is known. */
    List<String> korean(int letter) {
        var direct = korean.get(letter);
        if (direct != null) {
            return direct;
        }
        var full = first(TRADITIONAL.transliterate(Character.toString(letter)));
        return korean.getOrDefault(full, List.of());
    }

    /** The syllables in Pinyin without tones; empty if none is known. */
    List<String> mandarin(int letter) {
        var readings = new ArrayList<String>();
        var usual = mandarin.computeIfAbsent(letter, HanReadings::transliterated);
        if (!usual.isEmpty()) {
            readings.add(usual);
        }
        var also = ALSO_MANDARIN.get(letter);
        if (also != null && !also.equals(usual)) {
            readings.add(0, also);
        }
        return readings;
    }

    private static String transliterated(int letter) {
        var latin = MANDARIN.transliterate(Character.toString(letter)).strip();
        boolean known = latin.chars().allMatch(each -> each < 0x80);
        return known ? LatinSounds.spelledOut(latin) : "";
    }
}
