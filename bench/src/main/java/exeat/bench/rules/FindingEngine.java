package exeat.bench.rules;

import exeat.bench.rules.subject.Said;
import exeat.rules.finding.Finding;
import org.jspecify.annotations.Nullable;

/** Exeat or a hand-written program, which return a whole finding. */
abstract class FindingEngine implements Engine {

    private static final int KEPT = 64;

    /** The latest findings: storing them here forces their creation. */
    private final @Nullable Finding[] last = new @Nullable Finding[KEPT];

    /** The whole finding of a person. */
    abstract Finding finding(int person);

    @Override
    public final Said answer(int person) {
        return Said.of(finding(person));
    }

    /** Stores a finding, and returns a number that depends on it. */
    final int keep(int at, Finding finding) {
        last[at & (KEPT - 1)] = finding;
        return finding.grounds().size();
    }
}
