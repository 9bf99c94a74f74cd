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
 * An application. Its own stage is derived from its travellers'.
 *
 * @param holder the unit that has the file
 * @param holderSince when the file came to the holder
 * @param bookedTo the units to which delay is booked because they had not acknowledged, or left the
 *     file lying past its day
 * @param principalHasSecret whether a principal who does not travel holds a secret
 * @param without how the directive stood where it was not in force when this was filed, so that no
 *     rule decides
 * @param keeping what was handed over, jumped, warned of and who stands aside; empty in a case in
 *     which nothing of that happened
 * @param archive where something was erased of it, or is to be, or must not be
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
        Optional<DirectiveStatus> without,
        SortedMap<TravellerNo, TravellerState> travellers,
        Optional<CaseHandling> keeping,
        Optional<Archive> archive)
        implements State {
    public CaseState {
        bookedTo = List.copyOf(bookedTo);
        travellers = Collections.unmodifiableSortedMap(new TreeMap<>(travellers));
    }

    /** That this traveller's part was erased, if it was. */
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
                without,
                travellers,
                keeping,
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
                without,
                travellers,
                keeping,
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

    /** How the file was kept; nothing of note where nothing was. */
    public CaseHandling kept() {
        return keeping.orElse(CaseHandling.NONE);
    }

    /** The unit to which the application first went. */
    public AuthorityId firstHolder() {
        return kept().first().orElseGet(() -> bookedTo.isEmpty() ? holder : bookedTo.getFirst());
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
                without,
                all,
                keeping,
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
                without,
                travellers,
                keeping,
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
                without,
                travellers,
                keeping,
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
                keeping,
                archive);
    }

    /** In another unit's hands, its clocks as they were. */
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
                without,
                travellers,
                keeping,
                archive);
    }

    /** Entered by a unit that has handed everything over: the other has its counter now. */
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
                without,
                travellers,
                keeping,
                archive);
    }

    public CaseState keeping(CaseHandling now) {
        return new CaseState(
                id,
                directive,
                application,
                received,
                holder,
                holderSince,
                bookedTo,
                principalHasSecret,
                without,
                travellers,
                Optional.of(now),
                archive);
    }
}
