package exeat.tool.advisory;

import exeat.tool.cli.UsageError;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody judged of advisories: that what is packaged is not affected, or not in a way that
 * matters. Each holds until a day, and then is asked again.
 */
record Judgements(Map<String, Judgement> byId) {

    /** Why an advisory does not count, until the end of a day. */
    record Judgement(LocalDate until, String why) {}

    static final Judgements NONE = new Judgements(Map.of());

    /**
     * Reads lines of {@code ID UNTIL REASON}; empty lines and lines that begin with # are skipped.
     *
     * @throws UsageError that names the first line of another form
     */
    static Judgements of(Path file, String text) {
        var byId = new HashMap<String, Judgement>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var parts = line.strip().split("\\s+", 3);
            var until = parts.length == 3 ? day(parts[1]) : Optional.<LocalDate>empty();
            if (until.isEmpty()) {
                throw new UsageError(
                        "%s, line %d: write ID, the last day as 2027-01-31, and the reason"
                                .formatted(file, number));
            }
            byId.put(parts[0], new Judgement(until.get(), Text.plain(parts[2])));
        }
        return new Judgements(Map.copyOf(byId));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** What was judged of an advisory under one of its names, if it still holds. */
    Optional<Judgement> of(Advisory advisory, LocalDate today) {
        return Stream.concat(Stream.of(advisory.id()), advisory.aliases().stream())
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .filter(judged -> !today.isAfter(judged.until()))
                .findFirst();
    }
}
