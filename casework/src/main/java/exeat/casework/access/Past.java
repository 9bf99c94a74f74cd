package exeat.casework.access;

import static java.util.Objects.requireNonNull;

import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.command.Actor;
import exeat.casework.state.CaseState;
import exeat.casework.state.Protection;
import exeat.casework.state.Protection.Withheld;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How much of a case's past comes with what an actor sees of it. Of claims to protection they are
 * told who may know of them; for everybody else the case has as many steps as it would have
 * without.
 *
 * @param until the travellers of whom the last view goes on, with the sequence of the event from
 *     which on nothing is told of them
 * @param protection the travellers of whose claims this actor is told
 * @param untold the sequences of what no version that is told counts
 */
public record Past(
        SortedMap<TravellerNo, Long> until,
        SortedSet<TravellerNo> protection,
        SortedSet<Long> untold) {

    /** Everything, and no claim was ever made. */
    public static final Past WHOLE = new Past(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());

    public Past {
        until = Collections.unmodifiableSortedMap(new TreeMap<>(until));
        protection = Collections.unmodifiableSortedSet(new TreeSet<>(protection));
        untold = Collections.unmodifiableSortedSet(new TreeSet<>(untold));
    }

    /** A version of the stream as it is told: without the steps of which nothing is. */
    public long version(long stored) {
        return stored - untold.headSet(stored + 1).size();
    }

    /** Whether an event on a traveller, with this sequence, is not told at all. */
    public boolean hides(TravellerNo no, long sequence) {
        var from = until.get(no);
        return from != null && sequence >= from && untold.contains(sequence);
    }

    static Past of(
            CaseState state, Actor actor, SortedMap<TravellerNo, TravellerSeen> seen, Instant now) {
        if (state.travellers().values().stream().allMatch(t -> t.protection().isEmpty())) {
            return own(actor, state);
        }
        var until = new TreeMap<TravellerNo, Long>();
        var told = new TreeSet<TravellerNo>();
        var untold = new TreeSet<Long>();
        for (var t : state.travellers().values()) {
            if (isTold(t, actor)) {
                told.add(t.no());
            }
            t.protection()
                    .filter(_ -> !isAware(t, actor, requireNonNull(seen.get(t.no()))))
                    .ifPresent(p -> {
                        untold.addAll(p.past());
                        if (isBlocked(t, actor)) {
                            until.put(t.no(), p.from());
                            untold.addAll(p.since());
                        }
                    });
            withheld(state, t, actor, now)
                    .ifPresent(w -> {
                        var p = t.protection().orElseThrow();
                        until.put(t.no(), w.from());
                        Stream.concat(p.past().stream(), p.since().stream())
                                .filter(sequence -> sequence >= w.from())
                                .filter(sequence -> !w.shown().contains(sequence))
                                .forEach(untold::add);
                    });
        }
        return new Past(until, told, untold);
    }

    /**
     * What an auditor is told: nothing that was ever said of anybody's protection, and nothing that
     * happened to a traveller since a claim that stands.
     */
    public static Past toAuditor(CaseState state) {
        var until = new TreeMap<TravellerNo, Long>();
        var untold = new TreeSet<Long>();
        for (var t : state.travellers().values()) {
            t.protection()
                    .ifPresent(p -> {
                        untold.addAll(p.past());
                        if (t.protectionClaimed()) {
                            until.put(t.no(), p.from());
                            untold.addAll(p.since());
                        }
                    });
        }
        return new Past(until, new TreeSet<>(), untold);
    }

    /** Claims from before their particulars were kept. */
    private static Past own(Actor actor, CaseState state) {
        var told = new TreeSet<TravellerNo>();
        state.travellers().values().stream()
                .filter(t -> isTold(t, actor))
                .forEach(t -> told.add(t.no()));
        return new Past(new TreeMap<>(), told, new TreeSet<>());
    }

    /** The person themselves, and the officers who are to hear them. */
    private static boolean isTold(TravellerState t, Actor actor) {
        return switch (actor) {
            case Actor.Party party -> party.no().equals(t.no());
            case Actor.Officer officer -> hears(t, officer.unit());
            case Actor.Stranger _, Actor.Auditor _, Actor.Clock _ -> false;
        };
    }

    static boolean hears(TravellerState t, AuthorityId unit) {
        return t.hearingUnit().filter(unit::equals).isPresent();
    }

    /** Whether an actor's version counts what is said of protection: an officer with business. */
    private static boolean isAware(TravellerState t, Actor actor, TravellerSeen seen) {
        return isTold(t, actor)
                || (actor instanceof Actor.Officer && !(seen instanceof Disclosure.Hidden));
    }

    /**
     * What is kept from an actor of their own part: their secret is not proved to be theirs, and
     * somebody else claimed protection, or the person was heard.
     */
    public static Optional<Withheld> withheld(
            CaseState state, TravellerState t, Actor actor, Instant now) {
        return actor instanceof Actor.Party party
                        && party.no().equals(t.no())
                        && !state.handling().isProved(t.no(), now)
                ? t.protection().filter(_ -> t.protectionClaimed()).flatMap(Protection::withheld)
                : Optional.empty();
    }

    /** Whether an actor sees the last view of a traveller go on. */
    static boolean isBlocked(TravellerState t, Actor actor) {
        return t.protectionClaimed()
                && switch (actor) {
                    case Actor.Party party ->
                            !party.no().equals(t.no())
                                    && !t.isAdmitted(new Admission.ToTraveller(party.no()));
                    case Actor.Officer _ -> t.isSuspended();
                    case Actor.Stranger _, Actor.Auditor _, Actor.Clock _ -> true;
                };
    }
}
