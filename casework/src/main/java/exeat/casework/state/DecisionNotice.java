package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.ServiceWay;
import exeat.rules.source.StoredWord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a decision of two officers has to tell the person, and how it reached them. Nothing runs
 * against them before it did. A decision from before service was recorded has none.
 *
 * @param decided when the second officer agreed
 * @param reviewer the unit that would have reviewed it then
 * @param appealDays how long an appeal is possible once it is served; empty for ever
 * @param services in the order in which they were recorded
 */
public record DecisionNotice(
        Instant decided,
        AuthorityId reviewer,
        Optional<Integer> appealDays,
        List<Service> services) {

    public DecisionNotice {
        services = List.copyOf(services);
    }

    /** What a person is served with: under one number first the proposal, then the decision. */
    public enum NoticeKind implements StoredWord {
        PROPOSAL("proposal"),
        DECISION("decision");

        private final String stored;

        NoticeKind(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    /**
     * What was recorded of one service.
     *
     * @param on the day from which a period runs
     * @param by the officer who handed it over; empty where the person confirmed receipt themselves
     * @param disputed when the person said that it was not so; from then on it counts for nothing
     */
    public record Service(
            ServiceWay way,
            LocalDate on,
            Optional<OfficerId> by,
            Optional<AuthorityId> unit,
            Optional<Instant> disputed) {
        boolean stands() {
            return disputed.isEmpty();
        }

        private Service disputedAt(Instant at) {
            return new Service(way, on, by, unit, Optional.of(at));
        }
    }

    /** The service from which a period runs: the first that the person does not dispute. */
    public Optional<Service> standing() {
        return standing(services);
    }

    /** Whether the person confirmed receipt, after which they no longer dispute it. */
    public boolean isConfirmed() {
        return isConfirmed(services);
    }

    /** The last day to appeal; empty while it is not served, and where there is no end. */
    public Optional<LocalDate> appealUntil() {
        return standing().flatMap(s -> appealDays.map(days -> s.on().plusDays(days)));
    }

    public DecisionNotice with(Service service) {
        return with(Stream.concat(services.stream(), Stream.of(service)).toList());
    }

    /** Nothing that officers recorded counts any longer. */
    public DecisionNotice disputed(Instant at) {
        return with(disputed(services, at));
    }

    /** The service that stands, of several. */
    public static Optional<Service> standing(List<Service> services) {
        return services.stream().filter(Service::stands).findFirst();
    }

    /** Whether one of several services was confirmed. */
    public static boolean isConfirmed(List<Service> services) {
        return services.stream().anyMatch(s -> s.stands() && s.way() == ServiceWay.ACCOUNT);
    }

    /** Whether one more dispute is taken where their number is limited. */
    public static boolean isDisputableAgain(List<Service> services, boolean proved) {
        var before = services.stream().filter(service -> !service.stands()).count();
        return before < (proved ? 2 : 1);
    }

    static List<Service> disputed(List<Service> services, Instant at) {
        var all = new ArrayList<>(services);
        all.replaceAll(s -> s.stands() && s.by().isPresent() ? s.disputedAt(at) : s);
        return all;
    }

    private DecisionNotice with(List<Service> other) {
        return new DecisionNotice(decided, reviewer, appealDays, other);
    }
}
