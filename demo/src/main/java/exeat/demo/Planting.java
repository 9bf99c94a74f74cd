package exeat.demo;

import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The misconduct in the demonstration's planted month, each kind in one unit of Jilin; the honest
 * month has none. It is done by ordinary commands and not announced anywhere.
 */
final class Planting {

    /** Issues a fixed number of papers a day. */
    static final AuthorityId CAP = new AuthorityId("jl-yanji-fa");

    /**
     * Asks those who return, and whom the directive therefore always approves, for a word on
     * relations, which it does not ask of them.
     */
    static final AuthorityId DEMAND = new AuthorityId("jl-helong-fa");

    /** Leaves every second case untouched. */
    static final AuthorityId PILE = new AuthorityId("jl-hunchun-fa");

    /** Its second officer agrees at once, and always. */
    static final AuthorityId STAMP = new AuthorityId("jl-yanji-ps");

    /** The document of the demand. */
    static final String WORD = "word-on-relations";

    /** About half of what a unit with more than a fifth of the caseload would issue in a day. */
    private static final int APPLICATIONS_A_PAPER_A_DAY = 190;

    private static final int MIN_APPLICATIONS = 3;

    private final int cap;
    private final Map<Integer, AtomicInteger> issued = new ConcurrentHashMap<>();

    private Planting(int cap) {
        this.cap = cap;
    }

    static Planting nothing() {
        return new Planting(0);
    }

    static Planting of(int applications) {
        return new Planting(Math.max(MIN_APPLICATIONS, applications / APPLICATIONS_A_PAPER_A_DAY));
    }

    private boolean isPlanted() {
        return cap > 0;
    }

    boolean caps(AuthorityId unit) {
        return isPlanted() && unit.equals(CAP);
    }

    /** Whether a paper may still be issued today; it then counts. */
    boolean mayIssue(AuthorityId unit, int day) {
        return !caps(unit)
                || issued.computeIfAbsent(day, _ -> new AtomicInteger()).getAndIncrement() < cap;
    }

    boolean demands(AuthorityId unit, Finding finding) {
        return isPlanted() && unit.equals(DEMAND) && finding.outcome() == Outcome.APPROVE_ALWAYS;
    }

    boolean leavesFiles(AuthorityId unit) {
        return isPlanted() && unit.equals(PILE);
    }

    boolean stamps(AuthorityId unit) {
        return isPlanted() && unit.equals(STAMP);
    }
}
