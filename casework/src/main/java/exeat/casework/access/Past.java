package exeat.casework.access;

import static java.util.Objects.requireNonNull;

import exeat.casework.access.Disclosure.Hidden;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.command.Actor;
import exeat.casework.evolve.TravellerDraft;
import exeat.casework.state.CaseState;
import exeat.casework.state.Protection;
import exeat.casework.state.Protection.Withheld;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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

    /**
     * Whether an event on a traveller, with this sequence, is not told at all. Of what somebody may
     * know, no more is left out than what is kept from their secret.
     */
    public boolean hides(TravellerNo no, long sequence) {
        var from = until.get(no);
        boolean last = from != null && sequence >= from;
        return (last || protection.contains(no)) && untold.contains(sequence);
    }

    static Past of(
            CaseState state,
            Actor actor,
            SortedMap<TravellerNo, TravellerSeen> seen,
            AuthorityTree tree,
            Instant now) {
        if (state.travellers().values().stream().allMatch(t -> t.protection().isEmpty())) {
            return own(actor, state);
        }
        var until = new TreeMap<TravellerNo, Long>();
        var told = new TreeSet<TravellerNo>();
        var untold = new TreeSet<Long>();
        for (var t : state.travellers().values()) {
            var shown = requireNonNull(seen.get(t.no()));
            if (isTold(t, actor)) {
                told.add(t.no());
            }
            if (!isAware(state, t, actor, shown, tree)) {
                if (actor instanceof Actor.Officer) {
                    untold.addAll(claims(t));
                } else {
                    keep(t, actor, until, untold);
                }
            }
            // No version of an officer counts that somebody wants something undone: those who did
            // it may have work with the case, and those who are told have the request itself.
            if (actor instanceof Actor.Officer || isUnproved(state, t, actor, now)) {
                t.protection()
                        .flatMap(Protection::undoing)
                        .ifPresent(undo -> untold.addAll(undo.steps()));
            }
            withheld(state, t, actor, now)
                    .ifPresent(w -> {
                        until.put(t.no(), w.from());
                        untold.addAll(unshown(t.protection().orElseThrow(), w));
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

    /**
     * Keeps from a party what was said of a traveller's protection, and what happened to the
     * traveller since, but what was done with a secret that is not proved to be the person's. Who
     * has such a secret sees it done; if it did not show beside them as it would without a claim,
     * it would tell of one.
     */
    private static void keep(
            TravellerState t,
            Actor actor,
            SortedMap<TravellerNo, Long> until,
            SortedSet<Long> untold) {
        var p = t.protection().orElse(null);
        if (p == null) {
            return;
        }
        boolean blocked = isBlocked(t, actor);
        var seen = beside(t);
        var withheld = p.withheld().filter(_ -> blocked && !seen.equals(t));
        if (withheld.isPresent()) {
            var w = withheld.get();
            untold.addAll(p.past().stream().filter(sequence -> sequence < w.from()).toList());
            untold.addAll(unshown(p, w));
            until.merge(t.no(), Math.min(p.from(), w.from()), Math::min);
            keep(seen, actor, until, untold);
            return;
        }
        untold.addAll(p.past());
        if (blocked) {
            until.merge(t.no(), p.from(), Math::min);
            untold.addAll(p.since());
        }
    }

    /**
     * The sequences of what was said of a traveller's protection, for an officer who has nothing to
     * do with it. That somebody left counts, also where it comes of nothing.
     */
    private static List<Long> claims(TravellerState t) {
        var told =
                t.protection()
                        .filter(_ -> t.protectionClaimed())
                        .flatMap(Protection::withheld)
                        .map(w -> toldOthers(w, t))
                        .orElse(List.of());
        return t.protection().map(Protection::past).orElse(List.of()).stream()
                .filter(sequence -> !told.contains(sequence))
                .toList();
    }

    private static List<Long> toldOthers(Withheld w, TravellerState t) {
        return w.toldOthers(beside(t).protection());
    }

    /** What is kept from the holder of an unproved secret. */
    private static List<Long> unshown(Protection p, Withheld w) {
        return Stream.concat(p.past().stream(), p.since().stream())
                .filter(sequence -> sequence >= w.from())
                .filter(sequence -> !w.shown().contains(sequence))
                .toList();
    }

    /**
     * A traveller as those who may not know of a claim sees them: as they were, with what was done
     * since with a secret that is not proved to be theirs.
     */
    static TravellerState beside(TravellerState t) {
        return t.protection()
                .filter(_ -> t.protectionClaimed())
                .flatMap(Protection::withheld)
                .flatMap(w ->
                        t.lastView().or(() -> w.beside().map(seen -> TravellerDraft.seen(t, seen))))
                .orElse(t);
    }

    /** A traveller as another person of the case is told of them. */
    public static TravellerState told(TravellerState t, Actor.Party party) {
        var seen = isBlocked(t, party) ? beside(t) : t;
        return isBlocked(seen, party)
                ? seen.lastView().orElseGet(() -> TravellerDraft.shown(seen))
                : seen;
    }

    /** The traveller as officers see them: only that they left shows. */
    static TravellerState left(TravellerState t) {
        return t.protection().flatMap(Protection::withheld).filter(Withheld::left).isPresent()
                ? beside(t)
                : t;
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
            case Actor.Stranger _, Actor.Auditor _, Actor.Administrator _, Actor.Clock _ -> false;
        };
    }

    static boolean hears(TravellerState t, AuthorityId unit) {
        return t.hearingUnit().filter(unit::equals).isPresent();
    }

    /**
     * Whether an actor's version counts what is said of protection: besides who may know of it, an
     * officer of a unit that itself has something to do for the traveller.
     */
    private static boolean isAware(
            CaseState state,
            TravellerState t,
            Actor actor,
            TravellerSeen seen,
            AuthorityTree tree) {
        return isTold(t, actor)
                || (actor instanceof Actor.Officer officer
                        && !(seen instanceof Hidden)
                        && InvolvedUnits.isWorking(state, t, officer.unit(), tree));
    }

    /**
     * What is kept from an actor of their own part: their secret is not proved to be theirs, and
     * somebody else claimed protection, or the person was heard.
     */
    public static Optional<Withheld> withheld(
            CaseState state, TravellerState t, Actor actor, Instant now) {
        return isUnproved(state, t, actor, now)
                ? t.protection().filter(_ -> t.protectionClaimed()).flatMap(Protection::withheld)
                : Optional.empty();
    }

    /** Whether this is the traveller's own secret, and nobody knows it to be with them. */
    private static boolean isUnproved(CaseState state, TravellerState t, Actor actor, Instant now) {
        return actor instanceof Actor.Party party
                && party.no().equals(t.no())
                && !state.handling().isProved(t.no(), now);
    }

    /** Whether an actor sees the last view of a traveller go on. */
    static boolean isBlocked(TravellerState t, Actor actor) {
        return t.protectionClaimed()
                && switch (actor) {
                    case Actor.Party party ->
                            !party.no().equals(t.no())
                                    && !t.isAdmitted(new Admission.ToTraveller(party.no()));
                    case Actor.Officer _ -> t.isSuspended();
                    case Actor.Stranger _, Actor.Auditor _, Actor.Administrator _, Actor.Clock _ ->
                            true;
                };
    }
}
