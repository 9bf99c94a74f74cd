package exeat.desk.base;

import exeat.store.Bytes;
import exeat.store.key.Keys;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers and secrets that people read, say and type: an alphabet without letters that look alike
 * (Crockford's base 32), in groups of four.
 */
public final class ReferenceCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;
    private static final int BITS = 5;
    private static final int NUMBER_LETTERS = 8;

    /** 80 bits. */
    private static final int SECRET_LETTERS = 16;

    private ReferenceCodes() {}

    /** An application's number, such as {@code EX-7K3M-9Q2P}, out of random bytes. */
    public static String number(Bytes random) {
        return "EX-" + letters(random, NUMBER_LETTERS);
    }

    /** A fresh number for a travel authorisation, such as {@code TA-7K3M-9Q2P}. */
    public static String paper() {
        return "TA-" + letters(Keys.random(NUMBER_LETTERS), NUMBER_LETTERS);
    }

    /** Somebody's own secret, such as {@code 7KQ4-M2XD-9TRA-W5HC}, out of random bytes. */
    public static String secret(Bytes random) {
        return letters(random, SECRET_LETTERS);
    }

    /** A fresh password for an account that is made for somebody, as strong as a secret. */
    public static String password() {
        return secret(Keys.random(SECRET_LETTERS));
    }

    /** A fresh code of an application that was begun, as strong as a secret. */
    public static String draft() {
        return secret(Keys.random(SECRET_LETTERS));
    }

    /** The code of a draft as it was made, from what somebody typed; else what they typed. */
    public static String readDraft(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return readSecret(plain).orElse(plain);
    }

    /** One of the two parts of a secret, such as {@code 7KQ4-M2XD}, out of random bytes. */
    public static String secretPart(Bytes random) {
        return letters(random, SECRET_LETTERS / 2);
    }

    /** The two parts of a secret as {@link #readSecret} gives it. */
    public static List<String> secretParts(String secret) {
        int middle = secret.length() / 2;
        return List.of(secret.substring(0, middle), secret.substring(middle + 1));
    }

    private static String letters(Bytes random, int count) {
        var bytes = random.array();
        var text = new StringBuilder();
        for (int at = 0; at < count; at++) {
            if (at > 0 && at % GROUP == 0) {
                text.append('-');
            }
            int bit = at * BITS;
            int window = (bytes[bit / 8] & 0xff) << 8;
            if (bit / 8 + 1 < bytes.length) {
                window |= bytes[bit / 8 + 1] & 0xff;
            }
            text.append(ALPHABET.charAt(window >> (16 - BITS - bit % 8) & 31));
        }
        return text.toString();
    }

    /** A number as it is stored, from what somebody typed; empty when it cannot be one. */
    public static Optional<String> readNumber(String typed) {
        return readWith("EX", typed, NUMBER_LETTERS);
    }

    /** A paper's number as it is stored, from what somebody typed; empty when it cannot be one. */
    public static Optional<String> readPaper(String typed) {
        return readWith("TA", typed, NUMBER_LETTERS);
    }

    private static Optional<String> readWith(String prefix, String typed, int length) {
        var plain = plain(typed);
        var body = plain.startsWith(prefix) ? plain.substring(prefix.length()) : plain;
        return grouped(body, length).map(text -> prefix + "-" + text);
    }

    /** A secret as it was made, from what somebody typed; empty when it cannot be one. */
    public static Optional<String> readSecret(String typed) {
        return grouped(plain(typed), SECRET_LETTERS);
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
    }

    /** Easily misread letters are mapped to the ones that they look like. */
    private static Optional<String> grouped(String letters, int length) {
        var text = letters.replace('O', '0').replace('I', '1').replace('L', '1');
        if (text.length() != length || !text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        var groups = new StringBuilder();
        for (int at = 0; at < length; at += GROUP) {
            groups.append(at > 0 ? "-" : "").append(text, at, at + GROUP);
        }
        return Optional.of(groups.toString());
    }
}
