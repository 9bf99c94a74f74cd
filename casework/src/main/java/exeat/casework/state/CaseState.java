package exeat.casework.state;

import exeat.casework.value.Application;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.StreamId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An application. Its stage is derived from those of its travellers.
 *
 * @param holder the unit that handles the case
 * @param holderSince since when the holder has had it
 * @param bookedTo the units against which a delay counts, because they had not acknowledged or were
 *     overdue
 * @param principalHasSecret whether a principal who does not travel holds a secret
 * @param notInForce the directive's status if it was not in force when this was filed, so that no
 *     rule decides
 * @param handled how the case was handled: handovers, cases out of order, warnings and officers who
 *     stepped aside; empty if there were none. What is kept by law is in the archive
 * @param archive set if something of it was erased, is proposed to be, or must not be
 */
public record CaseState(
        StreamId.CaseId id,
        DirectiveRef directive,
        Application application,
        Instant received,
        AuthorityId holder,
        Instant holderSince,
        List<AuthorityId> bookedTo,
        boolean principalHasSecret,
        Optional<DirectiveStatus> notInForce,
        SortedMap<TravellerNo, TravellerState> travellers,
        Optional<CaseHandling> handled,
        Optional<Archive> archive)
        implements State {
    public CaseState {
        bookedTo = List.copyOf(bookedTo);
        travellers = Collections.unmodifiableSortedMap(new TreeMap<>(travellers));
    }

    /** The erasure of this traveller's part, if it was erased. */
    public Optional<Erasure> erasure(TravellerNo no) {
        return archive.flatMap(a -> Optional.ofNullable(a.erased().get(no)));
    }

    public CaseState with(Archive other) {
        return new CaseState(
                id,
                directive,
                application,
                received,
                holder,
                holderSince,
                bookedTo,
                principalHasSecret,
                notInForce,
                travellers,
                handled,
                Optional.of(other));
    }

    CaseState with(Application other) {
        return new CaseState(
                id,
                directive,
                other,
                received,
                holder,
                holderSince,
                bookedTo,
                principalHasSecret,
                notInForce,
                travellers,
                handled,
                archive);
    }

    /** With other travellers, here and in the application. */
    CaseState withPersons(SortedMap<TravellerNo, TravellerState> other) {
        var filed = new ArrayList<Traveller>();
        for (var traveller : application.travellers()) {
            var now = other.get(traveller.no());
            filed.add(now == null ? traveller : now.traveller());
        }
        return with(other)
                .with(
                        new Application(
                                application.number(),
                                application.channel(),
                                application.principal(),
                                application.enteredBy(),
                                filed));
    }

    /** How the case was handled; empty values if nothing happened. A legal hold is elsewhere. */
    public CaseHandling handling() {
        return handled.orElse(CaseHandling.NONE);
    }

    /** The unit to which the application first went. */
    public AuthorityId firstHolder() {
        return handling()
                .first()
                .orElseGet(() -> bookedTo.isEmpty() ? holder : bookedTo.getFirst());
    }

    public CaseState with(TravellerState changed) {
        var all = new TreeMap<>(travellers);
        all.put(changed.no(), changed);
        return with(all);
    }

    public CaseState with(SortedMap<TravellerNo, TravellerState> all) {
        return new CaseState(
                id,
                directive,
                application,
                received,
                holder,
                holderSince,
                bookedTo,
                principalHasSecret,
                notInForce,
                all,
                handled,
                archive);
    }

    public CaseState withPrincipalSecret() {
        return new CaseState(
                id,
                directive,
                application,
                received,
                holder,
                holderSince,
                bookedTo,
                true,
                notInForce,
                travellers,
                handled,
                archive);
    }

    public CaseState sentUp(AuthorityId from, AuthorityId to, Instant at) {
        var booked = new ArrayList<>(bookedTo);
        booked.add(from);
        return new CaseState(
                id,
                directive,
                application,
                received,
                to,
                at,
                booked,
                principalHasSecret,
                notInForce,
                travellers,
                handled,
                archive);
    }

    public CaseState moved(DirectiveRef to) {
        return new CaseState(
                id,
                to,
                application,
                received,
                holder,
                holderSince,
                bookedTo,
                principalHasSecret,
                Optional.empty(),
                travellers,
                handled,
                archive);
    }

    /** This case held by another unit, with unchanged deadlines. */
    public CaseState heldBy(AuthorityId unit) {
        return new CaseState(
                id,
                directive,
                application,
                received,
                unit,
                holderSince,
                bookedTo,
                principalHasSecret,
                notInForce,
                travellers,
                handled,
                archive);
    }

    /** Entered by a unit that has closed: its successor is now the unit that entered it. */
    public CaseState enteredBy(AuthorityId from, AuthorityId to) {
        var entered = application.enteredBy().map(unit -> unit.equals(from) ? to : unit);
        return new CaseState(
                id,
                directive,
                new Application(
                        application.number(),
                        application.channel(),
                        application.principal(),
                        entered,
                        application.travellers()),
                received,
                holder,
                holderSince,
                bookedTo,
                principalHasSecret,
                notInForce,
                travellers,
                handled,
                archive);
    }

    public CaseState with(CaseHandling now) {
        return new CaseState(
                id,
                directive,
                application,
                received,
                holder,
                holderSince,
                bookedTo,
                principalHasSecret,
                notInForce,
                travellers,
                Optional.of(now),
                archive);
    }
}
