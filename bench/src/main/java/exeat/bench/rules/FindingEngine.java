package exeat.bench.rules;

import exeat.bench.rules.subject.Said;
import exeat.rules.finding.Finding;
import org.jspecify.annotations.Nullable;

/** Exeat, or a program written by hand: gives a whole finding. */
abstract class FindingEngine implements Engine {

    private static final int KEPT = 64;

    /** Findings last made: what is stored here has to be made. */
    private final @Nullable Finding[] last = new @Nullable Finding[KEPT];

    /** The whole finding of a person. */
    abstract Finding finding(int person);

    @Override
    public final Said answer(int person) {
        return Said.of(finding(person));
    }

    /** Keeps a finding, and gives a number that depends on it. */
    final int keep(int at, Finding finding) {
        last[at & (KEPT - 1)] = finding;
        return finding.grounds().size();
    }
}
