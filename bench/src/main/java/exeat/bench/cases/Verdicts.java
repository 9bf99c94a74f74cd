package exeat.bench.cases;

import java.io.PrintStream;

/** Prints whether each bar of a run is met, and remembers whether all are. Owned by one thread. */
final class Verdicts {

    private final PrintStream out;
    private boolean met = true;

    Verdicts(PrintStream out) {
        this.out = out;
    }

    void add(boolean isMet, String line) {
        out.println((isMet ? "  met     " : "  NOT MET ") + line);
        met &= isMet;
    }

    /** Whether every bar so far is met. */
    boolean met() {
        return met;
    }
}
