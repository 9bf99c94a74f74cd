package exeat.casework.evolve;

import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.event.TravellerEvent.ProtectionEvent;
import exeat.casework.event.TravellerEvent.UnprovedAct.Kind;
import exeat.casework.state.Protection;
import exeat.casework.state.Protection.Hearing;
import exeat.casework.state.Protection.Withheld;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.ProtectionClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said of protection changes. While a claim stands, every event on the traveller is noted,
 * for whoever may not know of it is told of none.
 */
final class ProtectionFold {

    private boolean own;
    private boolean stops;
    private boolean unconfirmed;
    private Optional<Instant> until;
    private Optional<Hearing> hearing;
    private final List<ProtectionClaim> claims;
    private final List<Admission> admitted;
    private long from;
    private Stage shown;
    private final List<Long> past;
    private final List<Long> since;
    private Optional<Withheld> withheld;

    private ProtectionFold(Protection before) {
        own = before.own();
        stops = before.stops();
        unconfirmed = before.unconfirmed();
        until = before.until();
        hearing = before.hearing();
        claims = new ArrayList<>(before.claims());
        admitted = new ArrayList<>(before.admitted());
        from = before.from();
        shown = before.shown();
        past = new ArrayList<>(before.past());
        since = new ArrayList<>(before.since());
        withheld = before.withheld();
    }

    private Protection build() {
        return new Protection(
                own,
                stops,
                unconfirmed,
                until,
                hearing,
                claims,
                admitted,
                from,
                shown,
                past,
                since,
                withheld);
    }

    /** As somebody is before anything was said; a claim from before this was kept is their own. */
    private static Protection none(TravellerState t, long sequence) {
        boolean stands = t.protectionClaimed();
        return new Protection(
                stands,
                stands,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                sequence,
                t.stage(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Something else that happened while a claim stands. */
    static TravellerState noted(TravellerState t, long sequence) {
        if (!t.protectionClaimed() || t.protection().isEmpty()) {
            return t;
        }
        var draft = new TravellerDraft(t);
        var fold = new ProtectionFold(t.protection().get());
        fold.since.add(sequence);
        draft.protection = Optional.of(fold.build());
        return draft.build();
    }

    /** From now on nothing that others do is told to whoever has a secret without proof. */
    static TravellerState withheld(TravellerState t, TravellerState before, long sequence) {
        if (!t.protectionClaimed() || t.protection().isEmpty()) {
            return t;
        }
        var draft = new TravellerDraft(t);
        var fold = new ProtectionFold(t.protection().get());
        fold.withhold(draft, before, sequence);
        draft.protection = Optional.of(fold.build());
        return draft.build();
    }

    private void withhold(TravellerDraft d, TravellerState before, long sequence) {
        if (withheld.isEmpty()) {
            withheld = Optional.of(new Withheld(sequence, false, false, List.of()));
            d.last =
                    Optional.of(
                            before.protectionClaimed() ? before.withoutLast() : unclaimed(before));
        }
    }

    static void evolve(
            TravellerDraft d, ProtectionEvent event, RecordedEvent recorded, boolean unproved) {
        long sequence = recorded.sequence();
        var at = recorded.at();
        if (event instanceof TravellerEvent.ProtectionClaimed(_, var how) && how.isEmpty()) {
            d.protectionClaimed = true;
            return;
        }
        if (event instanceof TravellerEvent.ProtectionClaimEnded && d.protection.isEmpty()) {
            d.protectionClaimed = false;
            return;
        }
        var fold = new ProtectionFold(d.protection.orElseGet(() -> none(d.before, sequence)));
        switch (event) {
            case TravellerEvent.ProtectionClaimed claimed -> {
                if (!d.protectionClaimed) {
                    fold.begin(d, sequence);
                }
                fold.claimed(claimed.how().orElseThrow(), at, unproved);
                if (unproved && !claimed.how().orElseThrow().own()) {
                    fold.withhold(d, d.before, sequence);
                }
            }
            case TravellerEvent.ProtectionHeard heard -> {
                if (unproved) {
                    fold.withhold(d, d.before, sequence);
                }
                fold.heard(heard.confirmed());
                d.officers.add(heard.by());
            }
            case TravellerEvent.ProtectionLapsed _ -> fold.unconfirmed();
            case TravellerEvent.ProtectionEscalated up ->
                    fold.hearing = Optional.of(new Hearing(up.to(), at));
            case TravellerEvent.ProtectionAdmitted let -> fold.admitted.add(let.to());
            case TravellerEvent.ProtectionClaimEnded _ -> {
                fold.ended();
                d.protectionClaimed = false;
                d.last = Optional.empty();
            }
            case TravellerEvent.UnprovedAct act ->
                    fold.withheld = fold.withheld.map(w -> act.kind() == Kind.LEFT ? left(w) : w);
        }
        fold.past.add(sequence);
        d.protection = Optional.of(fold.build());
    }

    private void begin(TravellerDraft d, long sequence) {
        d.protectionClaimed = true;
        from = sequence;
        shown = d.before.stage();
        boolean guarded =
                d.before.traveller().guardians().stream().anyMatch(g -> g.party().isPresent());
        d.last = guarded ? Optional.of(unclaimed(d.before)) : Optional.empty();
        stops = !unconfirmed;
    }

    private static TravellerState unclaimed(TravellerState t) {
        var draft = new TravellerDraft(t);
        draft.protectionClaimed = false;
        draft.protection = Optional.empty();
        draft.last = Optional.empty();
        return draft.build();
    }

    private static Withheld left(Withheld w) {
        return new Withheld(w.from(), w.confirmed(), true, w.shown());
    }

    /** What the person ended before, nobody claims again for them with an unproved secret. */
    private void claimed(ProtectionClaim claim, Instant at, boolean unproved) {
        boolean first = claims.isEmpty();
        claims.add(claim);
        if (claim.own() && !(unproved && unconfirmed)) {
            own = true;
            stops = true;
            until = Optional.empty();
        } else if (first && stops && !own) {
            until = Optional.of(at.plus(Protection.LONGEST));
        }
        hearing = hearing.or(() -> claim.hearing().map(unit -> new Hearing(unit, at)));
    }

    private void heard(boolean confirmed) {
        hearing = Optional.empty();
        if (confirmed) {
            withheld = withheld.map(w -> new Withheld(w.from(), true, w.left(), w.shown()));
            own = true;
            stops = true;
            until = Optional.empty();
        } else {
            unconfirmed();
        }
    }

    private void unconfirmed() {
        stops = false;
        unconfirmed = true;
        until = Optional.empty();
    }

    private void ended() {
        // Where it was claimed with an unproved secret, whoever ends it is the person.
        unconfirmed = unconfirmed || !own || withheld.filter(w -> !w.confirmed()).isPresent();
        withheld = Optional.empty();
        own = false;
        stops = false;
        until = Optional.empty();
        hearing = Optional.empty();
        claims.clear();
        admitted.clear();
        since.clear();
    }
}
