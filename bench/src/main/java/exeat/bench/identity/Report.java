package exeat.bench.identity;

import java.io.PrintStream;
import java.util.Locale;

/** What is printed, and whether every bar was met. */
final class Report {

    private final PrintStream out;
    private boolean met = true;

    Report(PrintStream out) {
        this.out = out;
    }

    @SuppressWarnings("AnnotateFormatMethod") // Its annotation is in a library for this alone.
    void line(String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
        out.flush();
    }

    /** A figure that has a bar. */
    void bar(String what, double figure, String comparison, double bar) {
        boolean reached = comparison.equals(">=") ? figure >= bar : figure <= bar;
        met &= reached;
        line(
                "%s: %.6g, bar %s %.6g: %s",
                what, figure, comparison, bar, reached ? "met" : "missed");
    }

    boolean isMet() {
        return met;
    }
}
