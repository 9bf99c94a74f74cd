package exeat.casework.state;

import exeat.casework.value.OfficerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Absences and stand-ins, by number, in the order in which they were recorded. */
public record Duties(List<Absence> absences, List<Delegation> delegations) {

    public static final Duties NONE = new Duties(List.of(), List.of());

    public Duties {
        absences = List.copyOf(absences);
        delegations = List.copyOf(delegations);
    }

    /**
     * An absence.
     *
     * @param until the last day
     * @param over whether they came back earlier
     */
    public record Absence(
            int number,
            OfficerId officer,
            LocalDate from,
            LocalDate until,
            OfficerId by,
            boolean over) {
        public boolean isOn(LocalDate day) {
            return !over && !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * A delegation.
     *
     * @param last the last day
     * @param over whether it was ended early
     * @param ended when that was; empty if it was not, and in what is older
     */
    public record Delegation(
            int number,
            OfficerId from,
            OfficerId to,
            LocalDate first,
            LocalDate last,
            OfficerId by,
            boolean over,
            Optional<Instant> ended) {
        public boolean isOn(LocalDate day) {
            return !over && !day.isBefore(first) && !day.isAfter(last);
        }

        public boolean overlaps(LocalDate from, LocalDate until) {
            return !over && !from.isAfter(last) && !until.isBefore(first);
        }
    }

    public Optional<Absence> absence(int number) {
        return absences.stream().filter(a -> a.number() == number && !a.over()).findFirst();
    }

    public Optional<Delegation> delegation(int number) {
        return delegations.stream().filter(d -> d.number() == number && !d.over()).findFirst();
    }

    public Duties with(Absence absence) {
        var all = new ArrayList<>(absences);
        all.add(absence);
        return new Duties(all, delegations);
    }

    public Duties with(Delegation delegation) {
        var all = new ArrayList<>(delegations);
        all.add(delegation);
        return new Duties(absences, all);
    }

    /** They came back early. */
    public Duties back(int absence) {
        UnaryOperator<Absence> end =
                a ->
                        a.number() == absence
                                ? new Absence(
                                        a.number(), a.officer(), a.from(), a.until(), a.by(), true)
                                : a;
        return new Duties(absences.stream().map(end).toList(), delegations);
    }

    /** It was ended early. */
    public Duties ended(int delegation, Instant at) {
        UnaryOperator<Delegation> end =
                d ->
                        d.number() == delegation
                                ? new Delegation(
                                        d.number(),
                                        d.from(),
                                        d.to(),
                                        d.first(),
                                        d.last(),
                                        d.by(),
                                        true,
                                        Optional.of(at))
                                : d;
        return new Duties(absences, delegations.stream().map(end).toList());
    }
}
