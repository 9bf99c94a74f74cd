package exeat.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The format of a log line: JSON for machines, or text for people. */
public enum LogFormat {
    JSON,
    TEXT;

    private static final JsonFactory FACTORY = new JsonFactory();

    /** At most this many places are told of a fault, and of each of its causes. */
    private static final int MAX_FRAMES = 12;

    /**
     * Something that was said, by us or by a library.
     *
     * @param line ours; empty for a library's
     * @param message the text as its authors wrote it, before anything was put into it
     */
    public record LogDetails(
            Instant at,
            String level,
            String logger,
            Optional<LogLine> line,
            String message,
            Optional<Throwable> fault) {}

    /** One line, with its end. */
    public String of(LogDetails said) {
        return this == JSON ? json(said) : text(said);
    }

    private static String json(LogDetails said) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("time", said.at().truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("level", said.level());
            json.writeStringField("event", event(said));
            optional(json, "request", CurrentRequest.request());
            optional(json, "trace", CurrentRequest.trace());
            if (said.line().isPresent()) {
                for (var field : said.line().get().fields()) {
                    write(json, field);
                }
            } else {
                json.writeStringField("logger", said.logger());
                json.writeStringField("message", said.message());
            }
            optional(json, "fault", said.fault().map(LogFormat::places));
            json.writeEndObject();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.append('\n').toString();
    }

    private static String event(LogDetails said) {
        return said.line()
                .map(line -> line.occasion().word())
                .orElse(said.fault().isPresent() ? LogEvent.FAULT.word() : "said");
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value)
            throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    private static void write(JsonGenerator json, LogField field) throws IOException {
        if (field.value() instanceof Long number) {
            json.writeNumberField(field.name(), number);
        } else {
            json.writeStringField(field.name(), field.value().toString());
        }
    }

    private static String text(LogDetails said) {
        var what =
                said.line()
                        .map(LogLine::toString)
                        .orElseGet(() -> said.logger() + " " + said.message());
        return said.at().truncatedTo(ChronoUnit.SECONDS)
                + " "
                + said.level()
                + " "
                + what
                + CurrentRequest.request().map(id -> " request=" + id).orElse("")
                + said.fault().map(fault -> "\n  " + places(fault).replace("; ", "\n  ")).orElse("")
                + "\n";
    }

    /** Types and places alone: the message of a fault may hold what somebody wrote. */
    private static String places(Throwable fault) {
        var text = new StringBuilder();
        @Nullable Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MAX_FRAMES; depth++) {
            text.append(depth == 0 ? "" : "; because of ").append(cause.getClass().getName());
            var places = cause.getStackTrace();
            for (int at = 0; at < Math.min(MAX_FRAMES, places.length); at++) {
                text.append("; at ").append(places[at]);
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
