package exeat.telemetry;

import java.util.List;

/** Where the office says what happened. Who reads the lines gives them their form. */
public final class Log {

    /** The name under which lines of ours come; whoever writes them down knows them by it. */
    public static final String NAME = "exeat.log";

    private static final System.Logger LOG = System.getLogger(NAME);

    private Log() {}

    public static void say(Occasion occasion, Field... fields) {
        LOG.log(occasion.level(), "{0}", new Line(occasion, List.of(fields)));
    }
}
