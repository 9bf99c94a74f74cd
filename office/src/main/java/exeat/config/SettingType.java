package exeat.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The type of a setting's value. */
public sealed interface SettingType {

    /** In words, for the person who writes the file. */
    String words();

    /** The error in a non-empty text; empty if it is valid. */
    Optional<String> problem(String text);

    /** Text that matches a pattern. */
    record Text(String words, Pattern pattern) implements SettingType {
        @Override
        public Optional<String> problem(String text) {
            return pattern.matcher(text).matches() ? Optional.empty() : wanted(words);
        }
    }

    /** One of several words. */
    record Choice(List<String> among) implements SettingType {
        public Choice {
            among = List.copyOf(among);
        }

        @Override
        public String words() {
            return String.join(" or ", among);
        }

        @Override
        public Optional<String> problem(String text) {
            return among.contains(text) ? Optional.empty() : wanted(words());
        }
    }

    /** Names that a pack declares, with commas between or as a list; an empty one is none. */
    record Names(String words) implements SettingType {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*+");

        @Override
        public Optional<String> problem(String text) {
            boolean fits = items(text).stream().allMatch(name -> NAME.matcher(name).matches());
            return fits ? Optional.empty() : wanted(words);
        }

        static List<String> items(String text) {
            return Pattern.compile(",")
                    .splitAsStream(text)
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }
    }

    /** A whole number within bounds. */
    record Count(int least, int most) implements SettingType {
        @Override
        public String words() {
            return "a whole number from " + least + " to " + most;
        }

        @Override
        public Optional<String> problem(String text) {
            if (text.matches("\\d{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return Optional.empty();
                }
            }
            return wanted(words());
        }
    }

    /** A length of time within bounds: a number and a unit, such as {@code 30s} or {@code 14d}. */
    record Time(Duration least, Duration most) implements SettingType {

        private static final Pattern PATTERN = Pattern.compile("(\\d{1,7})\\s*(ms|s|m|h|d)");

        @Override
        public String words() {
            return "a time from " + text(least) + " to " + text(most) + " (ms, s, m, h or d)";
        }

        @Override
        public Optional<String> problem(String text) {
            if (PATTERN.matcher(text).matches()) {
                var time = read(text);
                if (time.compareTo(least) >= 0 && time.compareTo(most) <= 0) {
                    return Optional.empty();
                }
            }
            return wanted(words());
        }

        static Duration read(String text) {
            var parts = PATTERN.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("not a time: " + text);
            }
            long number = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }

        static String text(Duration time) {
            long millis = time.toMillis();
            var units = List.of("d", "h", "m", "s");
            var lengths = List.of(86_400_000L, 3_600_000L, 60_000L, 1_000L);
            for (int at = 0; at < units.size(); at++) {
                if (millis % lengths.get(at) == 0 && millis > 0) {
                    return millis / lengths.get(at) + units.get(at);
                }
            }
            return millis + "ms";
        }
    }

    /** A length in bytes within bounds, such as {@code 32MB}; units are powers of 1024. */
    record Size(long least, long most) implements SettingType {

        private static final Pattern PATTERN = Pattern.compile("(\\d{1,7})\\s*(kB|MB|GB)");
        private static final List<String> UNITS = List.of("GB", "MB", "kB");

        @Override
        public String words() {
            return "a size from " + text(least) + " to " + text(most) + " (kB, MB or GB)";
        }

        @Override
        public Optional<String> problem(String text) {
            boolean fits =
                    PATTERN.matcher(text).matches() && read(text) >= least && read(text) <= most;
            return fits ? Optional.empty() : wanted(words());
        }

        static long read(String text) {
            var parts = PATTERN.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("not a size: " + text);
            }
            return Long.parseLong(parts.group(1)) << shift(parts.group(2));
        }

        private static int shift(String unit) {
            return 10 * (UNITS.size() - UNITS.indexOf(unit));
        }

        /** Formatted in the largest unit that gives a whole number. */
        static String text(long bytes) {
            for (var unit : UNITS) {
                if (bytes % (1L << shift(unit)) == 0) {
                    return (bytes >> shift(unit)) + unit;
                }
            }
            return bytes + " bytes";
        }
    }

    /** A folder or a file; a relative path starts from the folder of the settings file. */
    record Place(String words) implements SettingType {
        @Override
        public Optional<String> problem(String text) {
            return text.indexOf('\0') < 0 ? Optional.empty() : wanted(words);
        }
    }

    /**
     * A file whose first line is a secret. It must be there, and nobody but its owner may read it.
     */
    record Secret() implements SettingType {
        @Override
        public String words() {
            return "a file that only its owner may read; its first line is the secret";
        }

        @Override
        public Optional<String> problem(String text) {
            return SecretFile.problem(text);
        }
    }

    private static Optional<String> wanted(String words) {
        return Optional.of("must be " + words);
    }
}
