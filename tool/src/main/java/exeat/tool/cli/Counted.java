package exeat.tool.cli;

import java.util.Locale;

/** A number with what it counts. The command line speaks English. */
public final class Counted {

    private Counted() {}

    public static String of(long number, String one, String more) {
        return String.format(Locale.ROOT, "%d %s", number, number == 1 ? one : more);
    }
}
