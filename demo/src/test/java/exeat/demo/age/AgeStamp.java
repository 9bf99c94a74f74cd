package exeat.demo.age;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A template's payload, with the places that differ in each copy: the case, its numbers, and every
 * day from the first of the simulated month on. They have the same length in every copy, so that a
 * copy is the same bytes with these overwritten.
 */
final class AgeStamp {

    private static final Pattern DAY = Pattern.compile("(?<![0-9])20[0-9]{2}-[01][0-9]-[0-3][0-9]");

    private final byte[] bytes;
    private final List<Hole> holes;

    private AgeStamp(byte[] bytes, List<Hole> holes) {
        this.bytes = bytes;
        this.holes = holes;
    }

    /**
     * The differences of a copy.
     *
     * @param words by their position in the template's words
     * @param days how many days it is before the template
     */
    record Copy(List<byte[]> words, int days) {}

    /** A word of the copy, or the template's day if negative. */
    private record Hole(int at, int word, long day) {}

    /**
     * Finds the holes.
     *
     * @param words the template's own, such as its number
     * @param first the first day that moves with a copy
     */
    static AgeStamp of(byte[] plain, List<String> words, LocalDate first) {
        // One character a byte, so that a place in the text is one in the bytes.
        var text = new String(plain, StandardCharsets.ISO_8859_1);
        var holes = new ArrayList<Hole>();
        for (int word = 0; word < words.size(); word++) {
            for (int at = text.indexOf(words.get(word));
                    at >= 0;
                    at = text.indexOf(words.get(word), at + 1)) {
                holes.add(new Hole(at, word, 0));
            }
        }
        var days = DAY.matcher(text);
        while (days.find()) {
            var day = LocalDate.parse(days.group());
            if (!day.isBefore(first)) {
                holes.add(new Hole(days.start(), -1, day.toEpochDay()));
            }
        }
        return new AgeStamp(plain, List.copyOf(holes));
    }

    int length() {
        return bytes.length;
    }

    byte[] copy(Copy copy) {
        var made = bytes.clone();
        for (var hole : holes) {
            if (hole.word() >= 0) {
                var word = copy.words().get(hole.word());
                System.arraycopy(word, 0, made, hole.at(), word.length);
            } else if (copy.days() != 0) {
                write(made, hole.at(), hole.day() - copy.days());
            }
        }
        return made;
    }

    private static void write(byte[] to, int at, long epochDay) {
        var day = LocalDate.ofEpochDay(epochDay);
        digits(to, at, 4, day.getYear());
        digits(to, at + 5, 2, day.getMonthValue());
        digits(to, at + 8, 2, day.getDayOfMonth());
    }

    private static void digits(byte[] to, int at, int count, int number) {
        int left = number;
        for (int i = count - 1; i >= 0; i--) {
            to[at + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }
}
