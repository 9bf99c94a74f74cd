package exeat.tool;

import java.util.Locale;

/** A number with what it counts. The command line speaks English. */
final class Counted {

    private Counted() {}

    static String of(long number, String one, String more) {
        return String.format(Locale.ROOT, "%d %s", number, number == 1 ? one : more);
    }
}
