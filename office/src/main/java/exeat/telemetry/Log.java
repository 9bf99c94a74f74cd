package exeat.telemetry;

import java.util.List;

/** The office's log. The reader of the lines chooses their format. */
public final class Log {

    /** The name under which lines of ours come; those who write them down know them by it. */
    public static final String NAME = "exeat.log";

    private static final System.Logger LOG = System.getLogger(NAME);

    /** Whether only what is at least a warning is said. */
    private static volatile boolean quiet;

    private Log() {}

    /** Says nothing less than a warning while something is done: a demonstration's month. */
    public static void quietly(Runnable deed) {
        quiet = true;
        try {
            deed.run();
        } finally {
            quiet = false;
        }
    }

    public static void write(LogEvent occasion, LogField... fields) {
        var level = occasion.level();
        if (!quiet || level.getSeverity() >= System.Logger.Level.WARNING.getSeverity()) {
            LOG.log(level, "{0}", new LogLine(occasion, List.of(fields)));
        }
    }
}
