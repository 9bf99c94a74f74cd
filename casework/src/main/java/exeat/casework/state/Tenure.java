package exeat.casework.state;

import exeat.casework.value.Change;
import exeat.casework.value.Standing;

import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.InForce;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which version of a directive is in force when, by its issuer's commands and by each version's own
 * days.
 *
 * @param versions in the order in which they were put in force
 * @param suspended whether it is suspended now
 * @param repealed the first day on which it is repealed
 * @param closings units that close, in the order in which that was decided; empty where none does
 * @param changing how many clarifications change a rule; empty where none does
 */
public record Tenure(
        List<Version> versions,
        boolean suspended,
        Optional<LocalDate> repealed,
        Optional<List<Change.CloseUnit>> closings,
        Optional<Integer> changing) {

    public static final Tenure NONE =
            new Tenure(List.of(), false, Optional.empty(), Optional.empty(), Optional.empty());

    /** The {@link #edition} of a directive that has never changed. */
    public static final String FIRST = "1.0";

    /** A version, the days for which it is meant, and when it was put in force. */
    public record Version(DirectiveRef ref, InForce days, Instant at) {}

    public Tenure {
        versions = List.copyOf(versions);
        closings = closings.map(List::copyOf);
    }

    /** The units that have closed by a day, each with the open one that has what it had. */
    public Map<AuthorityId, AuthorityId> closed(LocalDate day) {
        var successors = new TreeMap<AuthorityId, AuthorityId>();
        closings.orElse(List.of()).stream()
                .filter(closing -> !day.isBefore(closing.from()))
                .forEach(closing -> successors.put(closing.unit(), closing.successor()));
        // No successor was closed when it was named, so no way leads in a ring.
        successors.replaceAll((_, successor) -> {
            var at = successor;
            while (successors.containsKey(at)) {
                at = Objects.requireNonNull(successors.get(at));
            }
            return at;
        });
        return successors;
    }

    /**
     * The version for a day: the last put in force among those that are meant for it; where none
     * is, the last of all, which then decides nothing. None where none was put in force.
     */
    public Optional<DirectiveRef> on(LocalDate day) {
        return meant(day).or(() -> versions.reversed().stream().findFirst()).map(Version::ref);
    }

    /**
     * The version that was in force on a day, by what was commanded until its end: the last put in
     * force among those that are meant for it. None where there was none.
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

    /** How the directive stands on a day, as far as is known now. */
    public Standing standing(LocalDate day) {
        if (versions.isEmpty()) {
            return Standing.NEVER_IN_FORCE;
        }
        if (repealed.filter(from -> !day.isBefore(from)).isPresent()) {
            return Standing.REPEALED;
        }
        if (suspended) {
            return Standing.SUSPENDED;
        }
        return meant(day).isPresent() ? Standing.IN_FORCE : Standing.OUTSIDE_ITS_DAYS;
    }

    public Tenure with(Version version) {
        var all = new java.util.ArrayList<>(versions);
        all.add(version);
        return new Tenure(all, suspended, Optional.empty(), closings, changing);
    }

    public Tenure with(Change change) {
        return switch (change) {
            case Change.Suspend() -> new Tenure(versions, true, repealed, closings, changing);
            case Change.Resume() -> new Tenure(versions, false, repealed, closings, changing);
            case Change.Repeal(var from) ->
                    new Tenure(versions, suspended, Optional.of(from), closings, changing);
            case Change.Clarify _ -> this;
            case Change.CloseUnit closing -> {
                var all = new java.util.ArrayList<>(closings.orElse(List.of()));
                all.add(closing);
                yield new Tenure(versions, suspended, repealed, Optional.of(all), changing);
            }
        };
    }

    public Tenure clarified() {
        var one = Optional.of(changing.orElse(0) + 1);
        return new Tenure(versions, suspended, repealed, closings, one);
    }

    /**
     * Which text of the directive holds on a day: another one with every version that comes in
     * force and with every clarification that changes a rule.
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
