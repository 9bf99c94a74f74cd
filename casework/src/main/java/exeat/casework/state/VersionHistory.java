package exeat.casework.state;

import exeat.casework.value.DirectiveChange;
import exeat.casework.value.DirectiveStatus;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.InForcePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Which version of a directive is in force when, by its issuer's commands and by each version's own
 * days.
 *
 * @param versions in the order in which they were put in force
 * @param suspended whether it is suspended now
 * @param repealed the first day on which it is repealed
 * @param closings only read, in what was stored before the office had a register of units
 * @param changing how many clarifications change a rule; empty where none does
 */
public record VersionHistory(
        List<Version> versions,
        boolean suspended,
        Optional<LocalDate> repealed,
        Optional<List<DirectiveChange.CloseUnit>> closings,
        Optional<Integer> changing) {

    public static final VersionHistory NONE =
            new VersionHistory(
                    List.of(), false, Optional.empty(), Optional.empty(), Optional.empty());

    /** The {@link #edition} of a directive that has never changed. */
    public static final String FIRST = "1.0";

    /** A version, the days for which it is valid, and when it was put in force. */
    public record Version(DirectiveRef ref, InForcePeriod days, Instant at) {}

    public VersionHistory {
        versions = List.copyOf(versions);
        closings = closings.map(List::copyOf);
    }

    /**
     * The version for a day: the last one put in force among those valid on it. If none is, the
     * last of all, which then decides nothing. Empty if none was put in force.
     */
    public Optional<DirectiveRef> on(LocalDate day) {
        return meant(day).or(() -> versions.reversed().stream().findFirst()).map(Version::ref);
    }

    /**
     * The version in force on a past day, by the commands until the end of that day: the last one
     * put in force among those valid on it. Empty if there was none.
     */
    public Optional<DirectiveRef> asOf(LocalDate day, ZoneId zone) {
        return versions.reversed().stream()
                .filter(v -> !v.at().atZone(zone).toLocalDate().isAfter(day))
                .filter(v -> v.days().on(day))
                .findFirst()
                .map(Version::ref);
    }

    private Optional<Version> meant(LocalDate day) {
        return versions.reversed().stream().filter(v -> v.days().on(day)).findFirst();
    }

    /** The directive's status on a day, as far as is known now. */
    public DirectiveStatus standing(LocalDate day) {
        if (versions.isEmpty()) {
            return DirectiveStatus.NEVER_IN_FORCE;
        }
        if (repealed.filter(from -> !day.isBefore(from)).isPresent()) {
            return DirectiveStatus.REPEALED;
        }
        if (suspended) {
            return DirectiveStatus.SUSPENDED;
        }
        return meant(day).isPresent() ? DirectiveStatus.IN_FORCE : DirectiveStatus.OUTSIDE_ITS_DAYS;
    }

    public VersionHistory with(Version version) {
        var all = new java.util.ArrayList<>(versions);
        all.add(version);
        return new VersionHistory(all, suspended, Optional.empty(), closings, changing);
    }

    public VersionHistory with(DirectiveChange change) {
        return switch (change) {
            case DirectiveChange.Suspend() ->
                    new VersionHistory(versions, true, repealed, closings, changing);
            case DirectiveChange.Resume() ->
                    new VersionHistory(versions, false, repealed, closings, changing);
            case DirectiveChange.Repeal(var from) ->
                    new VersionHistory(versions, suspended, Optional.of(from), closings, changing);
            case DirectiveChange.Clarify _ -> this;
            case DirectiveChange.CloseUnit closing -> {
                var all = new java.util.ArrayList<>(closings.orElse(List.of()));
                all.add(closing);
                yield new VersionHistory(versions, suspended, repealed, Optional.of(all), changing);
            }
        };
    }

    public VersionHistory clarified() {
        var one = Optional.of(changing.orElse(0) + 1);
        return new VersionHistory(versions, suspended, repealed, closings, one);
    }

    /**
     * The edition of the directive on a day. It changes with every version that comes into force
     * and every clarification that changes a rule.
     */
    public String edition(LocalDate day) {
        var version = on(day);
        int place = 0;
        for (int at = 0; at < versions.size(); at++) {
            if (version.filter(versions.get(at).ref()::equals).isPresent()) {
                place = at + 1;
            }
        }
        return place + "." + changing.orElse(0);
    }

    /**
     * Whether a version is the last that was put in force, and the directive not repealed since.
     */
    public boolean stands(DirectiveRef version) {
        return repealed.isEmpty()
                && !versions.isEmpty()
                && versions.getLast().ref().equals(version);
    }
}
