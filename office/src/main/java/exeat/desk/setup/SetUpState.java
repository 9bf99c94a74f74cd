package exeat.desk.setup;

import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far an office is set up. Nothing here is ticked off by anybody. What later passes and has
 * signs of its own, such as a witness that does not answer today, stays done once it was.
 *
 * @param operators with keys, who have not ended
 * @param administrators with a second factor, who have not ended
 * @param directives under which applications are or would be taken
 * @param witnessed whether a witness ever signed the log
 * @param backup what is known of the last backup
 * @param departures how many cases went the whole road; nobody counts further than 2
 * @param erased whether anything was ever erased
 */
public record SetUpState(
        int operators,
        int administrators,
        List<Under> directives,
        boolean witnessed,
        BackupProof backup,
        int departures,
        boolean erased) {

    private static final int TWO = 2;

    public SetUpState {
        directives = List.copyOf(directives);
    }

    /** What is known of a backup. */
    public enum BackupProof {
        NONE,
        UNTESTED,
        /** The last test restore failed, which is a call for action of its own. */
        FAILED,
        /** Restored for a test; or of a database that the office does not restore itself. */
        RESTORED
    }

    /**
     * How far it is set up for the cases of one directive.
     *
     * @param id of the directive
     * @param putInForce whether a version of it ever was
     * @param lawyers of its issuer
     * @param issuer whether its issuer has an officer
     * @param without the kinds of unit in which there is no officer
     * @param deciders most officers who can agree on the cases of one unit
     * @param readers the same, of those who have read the directive as it is today
     * @param unread the kinds of unit in which nobody has read it
     * @param silent the units without an officer that must hand it on to one that has officers
     */
    public record Under(
            String id,
            boolean putInForce,
            int lawyers,
            boolean issuer,
            SortedSet<UnitFunction> without,
            int deciders,
            int readers,
            SortedSet<UnitFunction> unread,
            SortedSet<AuthorityId> silent) {

        public Under {
            without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
            unread = Collections.unmodifiableSortedSet(new TreeSet<>(unread));
            silent = Collections.unmodifiableSortedSet(new TreeSet<>(silent));
        }

        /** Whether a case finds somebody who has read it wherever it comes, and two who decide. */
        private boolean isReadAlongTheRoad() {
            return unread.isEmpty() && readers >= TWO;
        }
    }

    /** Whether a step is done. */
    public boolean isDone(SetUpStep step) {
        return nearest()
                .map(under -> isDone(step, Optional.of(under)))
                .orElseGet(() -> isDone(step, Optional.empty()));
    }

    private boolean isDone(SetUpStep step, Optional<Under> under) {
        return switch (step) {
            case OPERATORS -> operators >= TWO;
            case ADMINISTRATORS -> administrators >= TWO;
            case DIRECTIVE -> under.isPresent();
            case ISSUER ->
                    under.filter(one -> one.putInForce() || (one.issuer() && one.lawyers() >= TWO))
                            .isPresent();
            case IN_FORCE -> under.filter(Under::putInForce).isPresent();
            case OFFICERS ->
                    under.filter(one -> one.without().isEmpty() && one.deciders() >= TWO)
                            .filter(one -> departures > 0 || one.silent().isEmpty())
                            .isPresent();
            // A new edition is unread at first; that a case went the road says that it came down.
            case BRIEFING ->
                    under.filter(one -> departures > 0 || one.isReadAlongTheRoad()).isPresent();
            case WITNESS -> witnessed;
            case BACKUP ->
                    backup == BackupProof.RESTORED || (backup == BackupProof.FAILED && isAtWork());
            case TEST_CASE -> departures > 0;
            case ERASED -> isAtWork();
        };
    }

    /** The test case went the road and was erased; or somebody else went it after it. */
    private boolean isAtWork() {
        return departures >= TWO || (departures > 0 && erased);
    }

    /** The directive for whose cases the office is furthest; the first of those that are equal. */
    public Optional<Under> nearest() {
        return directives.stream()
                .reduce((first, other) -> steps(other) > steps(first) ? other : first);
    }

    private long steps(Under under) {
        return Arrays.stream(SetUpStep.values())
                .filter(step -> isDone(step, Optional.of(under)))
                .count();
    }

    /** The steps that are not done, in order. */
    public List<SetUpStep> open() {
        return Arrays.stream(SetUpStep.values()).filter(step -> !isDone(step)).toList();
    }

    /** What to do next; empty when everything is there. */
    public Optional<SetUpStep> next() {
        return open().stream().findFirst();
    }
}
