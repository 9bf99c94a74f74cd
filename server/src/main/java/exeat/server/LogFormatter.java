package exeat.server;

import exeat.telemetry.LogFormat;
import exeat.telemetry.LogLine;
import java.util.Optional;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** Formats log lines: ours with their fields, those of libraries without their parameters. */
public final class LogFormatter extends ExtFormatter {

    private final LogFormat form;

    public LogFormatter(LogFormat form) {
        this.form = form;
    }

    @Override
    public String format(ExtLogRecord record) {
        var parts = record.getParameters();
        var line =
                parts != null && parts.length == 1 && parts[0] instanceof LogLine own
                        ? Optional.of(own)
                        : Optional.<LogLine>empty();
        return form.of(
                new LogFormat.LogDetails(
                        record.getInstant(),
                        record.getLevel().getName(),
                        String.valueOf(record.getLoggerName()),
                        line,
                        String.valueOf(record.getMessage()),
                        Optional.ofNullable(record.getThrown())));
    }
}
