package exeat.desk.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a password is easy to guess: a leaked one, or one made only of common words, keyboard
 * rows, sequences, repetitions and years. Case, letter width and other differences that Unicode's
 * compatibility form (NFKC) removes are ignored. ASVS 5.0, 6.2.4.
 */
final class CommonPasswords {

    /** How many characters must remain after everything common is removed. */
    private static final int MIN_OWN = 5;

    private static final int MIN_RUN = 3;
    private static final int MIN_ROW = 4;

    private static final List<String> ROWS =
            List.of(
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "qwertzuiop",
                    "yxcvbnm",
                    "azertyuiop",
                    "qsdfghjklm",
                    "wxcvbn",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
                    "abcdefghijklmnopqrstuvwxyz",
                    "01234567890");

    private static final Map<Character, Character> WRITTEN_AS =
            Map.of(
                    '0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's',
                    '!', 'i');

    private static final List<String> WORDS =
            lines("common-words.txt")
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .filter(word -> word.length() >= MIN_RUN)
                    .sorted((a, b) -> b.length() - a.length())
                    .toList();

    private static final Set<String> LEAKED = Set.copyOf(leaked());

    private CommonPasswords() {}

    /** Passwords that leaked, the commonest first, in the form of {@link #plainCase}. */
    static List<String> leaked() {
        return lines("leaked-passwords.txt").toList();
    }

    private static Stream<String> lines(String file) {
        try (var in = CommonPasswords.class.getResourceAsStream("/exeat/desk/" + file)) {
            var bytes = Objects.requireNonNull(in, file).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static boolean has(String password) {
        var typed = plainCase(password);
        return LEAKED.contains(typed) || own(typed) < MIN_OWN || own(plain(typed)) < MIN_OWN;
    }

    /**
     * In lower case and Unicode's compatibility form: a full-width letter becomes an ordinary one.
     */
    static String plainCase(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** As it would be without digits and signs in the place of letters. */
    private static String plain(String typed) {
        var plain = new StringBuilder();
        typed.chars().forEach(c -> plain.append(WRITTEN_AS.getOrDefault((char) c, (char) c)));
        return plain.toString();
    }

    /** How many letters and digits belong to nothing common. */
    private static int own(String text) {
        int own = 0;
        int at = 0;
        while (at < text.length()) {
            int common = common(text, at);
            if (common == 0 && Character.isLetterOrDigit(text.charAt(at))) {
                own++;
            }
            at += Math.max(1, common);
        }
        return own;
    }

    /** How long the longest common thing is that begins here. */
    private static int common(String text, int at) {
        int longest = Math.max(repetition(text, at), row(text, at));
        for (var word : WORDS) {
            if (word.length() > longest && text.startsWith(word, at)) {
                longest = word.length();
            }
        }
        return Math.max(longest, year(text, at));
    }

    private static int year(String text, int at) {
        boolean year =
                at + 4 <= text.length() && text.substring(at, at + 4).matches("(19|20)\\d\\d");
        return year ? 4 : 0;
    }

    private static int row(String text, int at) {
        int longest = 0;
        for (var row : ROWS) {
            for (var way : List.of(row, new StringBuilder(row).reverse().toString())) {
                int length = 0;
                while (at + length < text.length()
                        && way.contains(text.substring(at, at + length + 1))) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        boolean digits = Character.isDigit(text.charAt(at));
        return longest >= (digits ? MIN_RUN : MIN_ROW) ? longest : 0;
    }

    /** The length of a repetition: a character three times, or what stood before once more. */
    private static int repetition(String text, int at) {
        int run = 1;
        while (at + run < text.length() && text.charAt(at + run) == text.charAt(at)) {
            run++;
        }
        if (run >= MIN_RUN) {
            return run;
        }
        for (int length = Math.min(at, text.length() - at); length >= MIN_RUN; length--) {
            if (text.substring(0, at).contains(text.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }
}
