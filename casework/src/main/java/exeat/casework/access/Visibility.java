package exeat.casework.access;

import exeat.casework.state.CaseState;
import exeat.casework.state.RestrictedData;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.value.Admission;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may have one traveller's {@link RestrictedData}; nobody else gets the key to it.
 *
 * @param units whose officers see the traveller whole; while a claim to protection stops every
 *     step, those alone whom the traveller admitted
 * @param parties the traveller, and guardians, whom {@link Disclosure} shows a minor and no adult;
 *     while a claim stands, it shows them what they saw last
 */
public record Visibility(SortedSet<AuthorityId> units, SortedSet<TravellerNo> parties) {

    public Visibility {
        units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
        parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
    }

    public static Visibility of(CaseState state, TravellerState t) {
        if (state.erasure(t.no()).isPresent()) {
            return new Visibility(new TreeSet<>(), new TreeSet<>());
        }
        var units = new TreeSet<AuthorityId>();
        var parties = new TreeSet<TravellerNo>();
        parties.add(t.no());
        units(state, t).stream()
                .filter(unit -> !t.isSuspended() || t.isAdmitted(new Admission.ToUnit(unit)))
                .forEach(units::add);
        if (t.confirmedOfAge().isEmpty()) {
            t.traveller().guardians().forEach(g -> g.party().ifPresent(parties::add));
        }
        return new Visibility(units, parties);
    }

    /** Whose officers see the traveller whole, without regard to any claim to protection. */
    static SortedSet<AuthorityId> units(CaseState state, TravellerState t) {
        var units = new TreeSet<AuthorityId>();
        units.add(state.holder());
        if (t.stage() == Stage.UNCONFIRMED) {
            state.application().enteredBy().ifPresent(units::add);
        }
        t.appeals().stream()
                .filter(AppealState::isOpen)
                .forEach(appeal -> units.add(appeal.reviewer()));
        t.openHolds().forEach(hold -> hold.reviewer().ifPresent(units::add));
        if (!StageTransitions.ENDS.contains(t.stage())) {
            t.reviewedBy().ifPresent(units::add);
        }
        return units;
    }
}
