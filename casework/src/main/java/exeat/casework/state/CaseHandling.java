package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a case was handled, apart from what was decided in it.
 *
 * @param first the unit to which the application first went; set once the case has been moved
 * @param handovers from one unit to another, in the order in which they happened
 * @param jumps when it was taken out of order, and by whom
 * @param recusals officers who stepped aside or were asked to
 * @param warned the warnings given, one for each deadline: see {@code Warned}
 * @param requests what officers did about secrets, in the order in which they began; empty if they
 *     did nothing, and in what is older than requests
 */
public record CaseHandling(
        Optional<AuthorityId> first,
        List<Handover> handovers,
        List<TakenOutOfOrder> jumps,
        List<Recusal> recusals,
        Set<String> warned,
        Optional<List<SecretRequest>> requests) {

    public static final CaseHandling NONE =
            new CaseHandling(
                    Optional.empty(), List.of(), List.of(), List.of(), Set.of(), Optional.empty());

    public CaseHandling {
        handovers = List.copyOf(handovers);
        jumps = List.copyOf(jumps);
        recusals = List.copyOf(recusals);
        requests = requests.map(List::copyOf);
        // In the order of the events, so that a snapshot is always written the same.
        warned = Collections.unmodifiableSet(new LinkedHashSet<>(warned));
    }

    /** A unit's work moved to another unit. */
    public record Handover(AuthorityId from, AuthorityId to, Instant at) {}

    /** An officer took a file before others that were due earlier. */
    public record TakenOutOfOrder(
            TravellerNo traveller,
            String task,
            AuthorityId unit,
            OfficerId by,
            OutOfOrderReason why,
            Instant at) {}

    /** Why a case was taken out of order. */
    public enum OutOfOrderReason implements StoredWord {
        /** The traveller, or somebody for them, is at the counter. */
        AT_THE_COUNTER("AT_THE_COUNTER"),
        /** Danger, illness, a birth or a death. */
        URGENT_NEED("URGENT_NEED"),
        /** It belongs with another case that is due. */
        BELONGS_TO_ANOTHER("BELONGS_TO_ANOTHER"),
        /** A superior instructed it; the text says who. */
        TOLD_FROM_ABOVE("TOLD_FROM_ABOVE"),
        /** Another reason; the text says which. */
        OTHER("OTHER"),
        /** No reason was given with the act. */
        NOT_SAID("NOT_SAID");

        private final String stored;

        OutOfOrderReason(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    /**
     * An officer who stepped aside in this case. Only the event says which connection they have to
     * whom, and only readers who see the traveller in full can read it.
     *
     * @param asked whether a traveller asked for it; if not, the officer declared it
     * @param lifted whether a unit above decided that there was no reason
     * @param by the traveller in whose part it was declared or asked for; empty in what is older
     */
    public record Recusal(
            OfficerId officer,
            boolean asked,
            boolean lifted,
            Instant at,
            Optional<TravellerNo> by) {

        /**
         * Whether the officer leaves this part. An officer who steps aside leaves the whole case;
         * one whom a traveller asks to leaves what concerns that traveller, and nobody else.
         */
        boolean concerns(TravellerNo part) {
            return !lifted && (!asked || by.filter(asker -> !asker.equals(part)).isEmpty());
        }
    }

    /** An officer's connection to a traveller. */
    public enum ConflictOfInterest implements StoredWord {
        FAMILY("FAMILY"),
        FRIEND("FRIEND"),
        AT_ODDS("AT_ODDS"),
        MONEY("MONEY"),
        /** They took part in the case before, in another role. */
        TOOK_PART("TOOK_PART"),
        OTHER("OTHER");

        private final String stored;

        ConflictOfInterest(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    /** Whether an officer has left the whole case, or some traveller's part of it. */
    public boolean isRecused(OfficerId officer) {
        return of(officer).anyMatch(r -> !r.lifted());
    }

    /** Whether an officer has left this traveller's part. */
    public boolean isRecused(OfficerId officer, TravellerNo part) {
        return of(officer).anyMatch(r -> r.concerns(part));
    }

    /**
     * Whether an officer who protects has left this traveller's part: of their own accord, or
     * because the person asked with a secret that is proved to be theirs. Nobody else takes away
     * who hears somebody alone, and who identifies them.
     */
    public boolean isRecusedFromProtecting(OfficerId officer, TravellerNo part) {
        return of(officer)
                .filter(r -> r.concerns(part))
                .anyMatch(r -> !r.asked() || isProved(part, r.at()));
    }

    private Stream<Recusal> of(OfficerId officer) {
        return recusals.stream().filter(r -> r.officer().equals(officer));
    }

    public CaseHandling with(Handover handover, AuthorityId firstHolder) {
        return new CaseHandling(
                Optional.of(first.orElse(firstHolder)),
                added(handovers, handover),
                jumps,
                recusals,
                warned,
                requests);
    }

    public CaseHandling with(TakenOutOfOrder jump) {
        return new CaseHandling(first, handovers, added(jumps, jump), recusals, warned, requests);
    }

    public CaseHandling with(Recusal recusal) {
        return new CaseHandling(
                first, handovers, jumps, added(recusals, recusal), warned, requests);
    }

    public CaseHandling lifted(OfficerId officer) {
        var all =
                recusals.stream()
                        .map(r ->
                                r.officer().equals(officer)
                                        ? new Recusal(r.officer(), r.asked(), true, r.at(), r.by())
                                        : r)
                        .toList();
        return new CaseHandling(first, handovers, jumps, all, warned, requests);
    }

    public List<SecretRequest> secrets() {
        return requests.orElse(List.of());
    }

    /** The last request about this person's secret, whatever became of it. */
    public Optional<SecretRequest> secret(TravellerNo to) {
        return secrets().reversed().stream().filter(one -> one.to().equals(to)).findFirst();
    }

    /**
     * Whether somebody's secret is proved to be theirs: two officers identified them and handed it
     * over. Any other is in the hands of the person who filed, known or not.
     */
    public boolean isProved(TravellerNo to, Instant now) {
        return secrets().stream().anyMatch(one -> one.to().equals(to) && one.isHandedOver(now));
    }

    /** The request of a person that has not been answered, or whose secret does not work yet. */
    public Optional<SecretRequest> pendingSecret(TravellerNo to, Instant now) {
        return secret(to).filter(one -> one.isOpen(now) || one.isWaiting(now));
    }

    public CaseHandling with(SecretRequest request) {
        var all = new ArrayList<>(secrets());
        all.removeIf(one -> one.number() == request.number());
        all.add(request);
        return new CaseHandling(first, handovers, jumps, recusals, warned, Optional.of(all));
    }

    public CaseHandling warnedOf(String limit) {
        var all = new LinkedHashSet<>(warned);
        all.add(limit);
        return new CaseHandling(first, handovers, jumps, recusals, all, requests);
    }

    private static <T> List<T> added(List<T> list, T one) {
        var all = new ArrayList<>(list);
        all.add(one);
        return all;
    }
}
