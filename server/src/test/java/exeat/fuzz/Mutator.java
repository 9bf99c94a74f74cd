package exeat.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs of good ones by a seed: pieces cut out, repeated, exchanged, and words put in. */
public final class Mutator {

    private static final int MAX_LENGTH = 1 << 17;

    /** What has broken parsers elsewhere. */
    private static final List<String> ODD =
            List.of(
                    "",
                    "\0",
                    "\u00ff",
                    "\ufeff",
                    "\ud83d\ude00",
                    "\u202e",
                    "\u2028",
                    "\r",
                    "\n",
                    "\r\n",
                    "\t",
                    "\"",
                    "'",
                    "\\",
                    "\\u0000",
                    "\\ud800",
                    "%00",
                    "%zz",
                    "&",
                    ";",
                    ",",
                    ":",
                    "-",
                    "--",
                    "~",
                    "/",
                    "../",
                    "{",
                    "}",
                    "[",
                    "]",
                    "(",
                    ")",
                    "<",
                    ">",
                    "=",
                    "?",
                    "0",
                    "-1",
                    "1e999",
                    "1e-999",
                    "2147483648",
                    "9223372036854775808",
                    "99999999999999999999999999",
                    "0x0",
                    "NaN",
                    "Infinity",
                    "0.1",
                    "-0",
                    "+1",
                    "0000-00-00",
                    "9999-12-31",
                    "-999999999-01-01",
                    "+999999999-12-31",
                    "2024-02-30",
                    "24:00:00",
                    "P999999999999Y",
                    "null",
                    "true");

    private final Random random;
    private final List<byte[]> seeds;
    private final List<String> words;

    public Mutator(long seed, List<byte[]> seeds, List<String> words) {
        this.random = new Random(seed);
        this.seeds = seeds;
        this.words = words;
    }

    /** The next input: one to eight changes of a good one. */
    public byte[] next() {
        var input = seeds.get(random.nextInt(seeds.size()));
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            input = changed(input);
        }
        return input.length > MAX_LENGTH ? Arrays.copyOf(input, MAX_LENGTH) : input;
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + length());
        var piece = Arrays.copyOfRange(input, from, to);
        return switch (random.nextInt(9)) {
            case 0 -> joined(input, from, to, new byte[0]);
            case 1 -> joined(input, from, from, text(ODD));
            case 2 -> joined(input, from, to, text(ODD));
            case 3 -> joined(input, from, from, text(words));
            case 4 -> joined(input, from, to, text(words));
            case 5 -> joined(input, from, from, repeated(piece));
            case 6 -> flipped(input, from);
            case 7 -> {
                var other = seeds.get(random.nextInt(seeds.size()));
                int begin = random.nextInt(other.length + 1);
                int end = Math.min(other.length, begin + length());
                yield joined(input, from, to, Arrays.copyOfRange(other, begin, end));
            }
            default -> Arrays.copyOf(input, from);
        };
    }

    /** Mostly short, now and then long. */
    private int length() {
        return 1 + random.nextInt(1 << (1 + random.nextInt(10)));
    }

    private byte[] text(List<String> of) {
        return of.get(random.nextInt(of.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] repeated(byte[] piece) {
        var out = new ByteArrayOutputStream();
        for (int n = 1 << random.nextInt(10); n > 0 && out.size() < MAX_LENGTH; n--) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private byte[] flipped(byte[] input, int at) {
        var copy = input.clone();
        if (at < copy.length) {
            copy[at] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] joined(byte[] input, int from, int to, byte[] middle) {
        var out = new ByteArrayOutputStream(input.length + middle.length);
        out.write(input, 0, from);
        out.writeBytes(middle);
        out.write(input, to, input.length - to);
        return out.toByteArray();
    }
}
