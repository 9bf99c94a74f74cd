package exeat.telemetry;

import java.util.List;
import java.util.stream.Collectors;

/** A line of the log before it is written: an occasion, and what is known of it. */
public record LogLine(LogEvent occasion, List<LogField> fields) {

    public LogLine {
        fields = List.copyOf(fields);
    }

    /** For a reader of the text. */
    @Override
    public String toString() {
        return occasion.word()
                + fields.stream()
                        .map(f -> " " + f.name() + "=" + f.value())
                        .collect(Collectors.joining());
    }
}
