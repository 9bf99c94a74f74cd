package exeat.casework.evolve;

import exeat.casework.event.ActingOfficers;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.Protection.Beside;
import exeat.casework.state.Protection.HeardOnce;
import exeat.casework.state.Protection.Hearing;
import exeat.casework.state.Protection.Withheld;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.ClaimOutcome;
import exeat.casework.value.OfficerId;
import exeat.casework.value.ProtectionClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is said of protection changes. While a claim stands, every event on the traveller is noted,
 * since those who may not know of it are told of none.
 */
final class ProtectionFold {

    private boolean own;
    private boolean stops;
    private Optional<Instant> until;
    private Optional<Hearing> hearing;
    private final List<ProtectionClaim> claims;
    private final List<Admission> admitted;
    private long from;
    private Stage shown;
    private final List<Long> past;
    private final List<Long> since;
    private Optional<Withheld> withheld;
    private final List<ClaimOutcome> outcomes;
    private final InPersonFold inPerson;
    private final List<OfficerId> officers;
    private final List<HeardOnce> heard;

    private ProtectionFold(Protection before) {
        own = before.own();
        stops = before.stops();
        until = before.until();
        hearing = before.hearing();
        claims = new ArrayList<>(before.claims());
        admitted = new ArrayList<>(before.admitted());
        from = before.from();
        shown = before.shown();
        past = new ArrayList<>(before.past());
        since = new ArrayList<>(before.since());
        withheld = before.withheld();
        // Of what is older only that one was not confirmed is known.
        outcomes =
                new ArrayList<>(
                        before.outcomes()
                                .orElse(
                                        before.unconfirmed()
                                                ? List.of(ClaimOutcome.ENDED)
                                                : List.of()));
        inPerson = new InPersonFold(before);
        officers = new ArrayList<>(before.officers().orElse(List.of()));
        heard = new ArrayList<>(before.heardOnce());
    }

    private Protection build() {
        return new Protection(
                own,
                stops,
                isUnconfirmed(),
                until,
                hearing,
                claims,
                admitted,
                from,
                shown,
                past,
                since,
                withheld,
                outcomes.isEmpty() ? Optional.empty() : Optional.of(outcomes),
                inPerson.asked,
                inPerson.requests == 0 ? Optional.empty() : Optional.of(inPerson.requests),
                officers.isEmpty() ? Optional.empty() : Optional.of(officers),
                heard.isEmpty() ? Optional.empty() : Optional.of(heard),
                inPerson.done.isEmpty() ? Optional.empty() : Optional.of(inPerson.done),
                inPerson.undoing());
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
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
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

    /** From now on nothing that others do is told to the holder of an unproved secret. */
    private void withhold(TravellerDraft d, TravellerState before, long sequence) {
        if (withheld.isEmpty()) {
            // What a guardian saw last was kept when the block began.
            if (!hasGuardian(before)) {
                d.lastView = Optional.of(before.withoutLastView());
            }
            withheld =
                    Optional.of(
                            new Withheld(
                                    sequence, false, false, List.of(), d.lastView.map(Beside::of)));
        }
    }

    static void evolve(
            TravellerDraft d, ProtectionEvent event, RecordedEvent recorded, boolean unproved) {
        if (event instanceof ProtectionEvent.ProtectionClaimed(_, var how) && how.isEmpty()) {
            // From before it was kept who claimed it, and so is its end.
            d.protectionClaimed = true;
        } else if (event instanceof ProtectionEvent.ProtectionClaimEnded
                && d.protection.isEmpty()) {
            d.protectionClaimed = false;
        } else {
            change(d, event, recorded, unproved);
        }
        NoticesFold.silenced(d);
    }

    private static void change(
            TravellerDraft d, ProtectionEvent event, RecordedEvent recorded, boolean unproved) {
        long sequence = recorded.sequence();
        var at = recorded.at();
        var fold = new ProtectionFold(d.protection.orElseGet(() -> none(d.before, sequence)));
        boolean undoes = fold.inPerson.isUndo(event);
        switch (event) {
            case ProtectionEvent.ProtectionClaimed claimed -> {
                if (!d.protectionClaimed) {
                    fold.begin(d, sequence);
                }
                fold.claimed(claimed.how().orElseThrow(), at, unproved);
                if (unproved && !claimed.how().orElseThrow().own()) {
                    fold.withhold(d, d.before, sequence);
                }
            }
            case ProtectionEvent.ProtectionHeardOnce once -> {
                if (unproved) {
                    fold.withhold(d, d.before, sequence);
                }
                fold.heardOnce(once, at, unproved);
            }
            case ProtectionEvent.ProtectionHeard heard -> {
                if (unproved) {
                    fold.withhold(d, d.before, sequence);
                }
                fold.heard(heard.confirmed());
            }
            case ProtectionEvent.ProtectionLapsed _ -> fold.unconfirmed(ClaimOutcome.NOT_HEARD);
            case ProtectionEvent.ProtectionEscalated up ->
                    fold.hearing = Optional.of(new Hearing(up.to(), at));
            case ProtectionEvent.ProtectionAdmitted let -> fold.admitted.add(let.to());
            case ProtectionEvent.ProtectionClaimEnded _ -> {
                fold.ended(d.before);
                d.protectionClaimed = false;
                d.lastView = Optional.empty();
            }
            case ProtectionEvent.ProtectionClaimRestored back ->
                    fold = fold.restored(d, back.request(), recorded, unproved);
            case ProtectionEvent.UnprovedAct act -> {
                switch (act.kind()) {
                    case LEFT -> fold.withheld = fold.withheld.map(ProtectionFold::left);
                    case TOOK_BACK -> fold.tookBack(at);
                    case ENDED_CLAIM, ADMITTED -> {}
                }
            }
            case ProtectionEvent.InPersonAsked asked -> fold.inPerson.asked(asked, sequence, at);
            case ProtectionEvent.InPersonStopped stopped ->
                    fold.inPerson.stopped(stopped.request(), sequence);
            case ProtectionEvent.IdentifiedInPerson person -> {
                if (unproved && (d.protectionClaimed || fold.inPerson.isRestoring(person))) {
                    fold.withhold(d, d.before, sequence);
                }
                fold.identified(d.before, person, at);
            }
        }
        for (var officer : ActingOfficers.of(event)) {
            fold.by(officer, d, undoes);
        }
        fold.past.add(sequence);
        d.protection = Optional.of(fold.build());
    }

    private void begin(TravellerDraft d, long sequence) {
        d.protectionClaimed = true;
        from = sequence;
        shown = d.before.stage();
        d.lastView =
                hasGuardian(d.before)
                        ? Optional.of(d.before.withoutLastView().withoutProtection())
                        : Optional.empty();
        stops = !isUnconfirmed();
    }

    /** Whether somebody else in the application sees them whole, as they were last. */
    private static boolean hasGuardian(TravellerState t) {
        return t.traveller().guardians().stream().anyMatch(g -> g.party().isPresent());
    }

    private static Withheld left(Withheld w) {
        return new Withheld(w.from(), w.confirmed(), true, w.shown(), w.beside());
    }

    /** What the person ended before, nobody claims again for them with an unproved secret. */
    private void claimed(ProtectionClaim claim, Instant at, boolean unproved) {
        boolean first = claims.isEmpty();
        claims.add(claim);
        if (claim.own() && !(unproved && isUnconfirmed())) {
            if (!first && !own && !unproved) {
                came(ClaimOutcome.CONFIRMED);
            }
            own = true;
            stops = true;
            until = Optional.empty();
        } else if (first && stops && !own) {
            until = Optional.of(at.plus(Protection.MAX_SUSPENSION));
        }
        hearing = hearing.or(() -> claim.hearing().map(unit -> new Hearing(unit, at)));
    }

    /**
     * That the person seeks protection stops steps at once, though on the word of one officer no
     * longer than a claim by somebody else; that they do not changes nothing before a second one
     * says so. Where they claimed it themselves, and can end it, nobody else need hear them.
     */
    private void heardOnce(ProtectionEvent.ProtectionHeardOnce once, Instant at, boolean unproved) {
        if (own && (!unproved || withheld.filter(Withheld::confirmed).isPresent())) {
            hearing = Optional.empty();
            return;
        }
        var said = new HeardOnce(once.by(), once.unit(), once.confirmed(), at);
        heard.add(said);
        hearing = hearing.map(h -> new Hearing(h.unit(), at));
        if (said.confirmed() && !own) {
            stops = true;
            until = Optional.of(said.until());
        }
    }

    /**
     * A holder of an unproved secret who claimed it wants no step stopped any more. Two officers
     * did not say so yet, so it has that effect; what one officer heard stops them for its own
     * time, and what others claimed as if they had claimed it now.
     */
    private void tookBack(Instant at) {
        own = false;
        boolean others = claims.stream().anyMatch(claim -> !claim.own()) && !isUnconfirmed();
        until =
                Stream.concat(
                                others
                                        ? Stream.of(at.plus(Protection.MAX_SUSPENSION))
                                        : Stream.empty(),
                                heard.stream().filter(HeardOnce::confirmed).map(HeardOnce::until))
                        .filter(at::isBefore)
                        .max(Comparator.naturalOrder());
        stops = until.isPresent();
    }

    private void heard(boolean confirmed) {
        hearing = Optional.empty();
        heard.clear();
        if (!confirmed) {
            unconfirmed(ClaimOutcome.DENIED);
            return;
        }
        if (!own) {
            came(ClaimOutcome.CONFIRMED);
        }
        withheld = withheld.map(w -> new Withheld(w.from(), true, w.left(), w.shown(), w.beside()));
        own = true;
        stops = true;
        until = Optional.empty();
    }

    private void unconfirmed(ClaimOutcome outcome) {
        stops = false;
        until = Optional.empty();
        came(outcome);
    }

    /** That nobody heard them in time lasts only until somebody has. */
    private void came(ClaimOutcome outcome) {
        if (!outcomes.isEmpty() && outcomes.getLast() == ClaimOutcome.NOT_HEARD) {
            outcomes.removeLast();
        }
        outcomes.add(outcome);
    }

    /** Whether a claim by somebody else was ever not confirmed. */
    private boolean isUnconfirmed() {
        return outcomes.stream().anyMatch(outcome -> outcome != ClaimOutcome.CONFIRMED);
    }

    /** They took part, of which those alone are told who may know. */
    private void by(OfficerId officer, TravellerDraft d, boolean undoes) {
        boolean first = d.officers.add(officer);
        if (first) {
            officers.add(officer);
        }
        inPerson.took(officer, first, undoes);
    }

    /** Two officers identified them: how they stand is kept for as long as they can undo it. */
    private void identified(
            TravellerState before, ProtectionEvent.IdentifiedInPerson second, Instant at) {
        inPerson.identified(second)
                .ifPresent(one -> inPerson.did(done(one, before, second, at), at));
    }

    private DoneInPerson done(
            InPersonRequest one,
            TravellerState before,
            ProtectionEvent.IdentifiedInPerson second,
            Instant at) {
        return new DoneInPerson(
                one.number(),
                at,
                List.of(one.first(), second.by()),
                List.of(one.unit(), second.unit()),
                Optional.of(DoneInPerson.Left.of(before)).filter(_ -> one.withdrawal()),
                Optional.of(build().ended()).filter(_ -> !one.withdrawal()));
    }

    /** Without something that was done in person, since it is undone. */
    static Protection undone(Protection before, int request) {
        var fold = new ProtectionFold(before);
        fold.inPerson.taken(request);
        return fold.build();
    }

    /** What others were told since it ended they are not told otherwise: the block begins anew. */
    private ProtectionFold restored(
            TravellerDraft d, int request, RecordedEvent recorded, boolean unproved) {
        boolean stands = d.protectionClaimed;
        if (!stands) {
            var seen = d.lastView;
            begin(d, recorded.sequence());
            d.lastView = d.lastView.or(() -> seen);
        }
        var was = inPerson.taken(request).claim().orElseThrow();
        var next = new ProtectionFold(RestoredClaim.of(was, build(), stands, recorded.at()));
        if (unproved || was.withheld().isPresent()) {
            next.withhold(d, d.before, recorded.sequence());
            next.withheldAsBefore(was, unproved);
        }
        return next;
    }

    /**
     * What an unproved secret may not know stays so; who stood before two officers confirmed it.
     */
    private void withheldAsBefore(Protection was, boolean unproved) {
        boolean confirmed = was.withheld().filter(Withheld::confirmed).isPresent();
        boolean left = was.withheld().filter(Withheld::left).isPresent();
        withheld =
                withheld.map(w ->
                        new Withheld(
                                w.from(),
                                w.confirmed() || confirmed || (unproved && own),
                                w.left() || left,
                                w.shown(),
                                w.beside()));
    }

    private void ended(TravellerState before) {
        // What showed as done to others too is not taken back.
        withheld.map(w -> w.toldOthers(before.lastView().flatMap(TravellerState::protection)))
                .ifPresent(past::removeAll);
        if (RestoredClaim.isUnconfirmedAtEnd(own, withheld)) {
            came(ClaimOutcome.ENDED);
        }
        withheld = Optional.empty();
        own = false;
        stops = false;
        until = Optional.empty();
        hearing = Optional.empty();
        claims.clear();
        heard.clear();
        admitted.clear();
        since.clear();
    }
}
