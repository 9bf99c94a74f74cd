package exeat.server;

import exeat.telemetry.Form;
import exeat.telemetry.Line;
import java.util.Optional;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** Writes what is logged: our lines with what they tell, others' without what was put into them. */
public final class LogLines extends ExtFormatter {

    private final Form form;

    public LogLines(Form form) {
        this.form = form;
    }

    @Override
    public String format(ExtLogRecord record) {
        var parts = record.getParameters();
        var line =
                parts != null && parts.length == 1 && parts[0] instanceof Line own
                        ? Optional.of(own)
                        : Optional.<Line>empty();
        return form.of(
                new Form.Said(
                        record.getInstant(),
                        record.getLevel().getName(),
                        String.valueOf(record.getLoggerName()),
                        line,
                        String.valueOf(record.getMessage()),
                        Optional.ofNullable(record.getThrown())));
    }
}
