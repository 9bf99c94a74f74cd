package exeat.oversight.watch;

import exeat.casework.value.Anomaly;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where and when a check is made.
 *
 * @param zone of the units' days
 * @param proofs of practices, against a directive; without one there is nothing to prove
 */
public record WatchContext(
        AuthorityTree tree, ZoneId zone, Instant now, Optional<PracticeProofs> proofs) {

    /** A check of the units of a directive. */
    public static WatchContext of(Directive directive, Instant now) {
        var zone = directive.vocabulary().zone();
        return new WatchContext(
                directive.authorities(), zone, now, Optional.of(new PracticeProofs(directive)));
    }

    /** The day of the check. */
    public LocalDate today() {
        return day(now);
    }

    LocalDate first() {
        return today().minusDays(Anomaly.DAYS);
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Whether something ended in the days that are checked. */
    boolean isWithin(Instant at) {
        return !at.isBefore(begin(first())) && at.isBefore(begin(today()));
    }

    /** What makes units alike: their function and their level. */
    String rank(AuthorityId id) {
        Authority unit = tree.get(id);
        return unit.function() + " " + tree.lineage(id).size();
    }

    boolean knows(AuthorityId id) {
        return tree.find(id).isPresent();
    }
}
