package exeat.casework.application;

import exeat.casework.state.CaseState;
import exeat.casework.state.TravellerState.Hold;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import java.util.HashSet;
import java.util.Set;

/**
 * No unit decides and reviews in the same case. A pack is read only if its units make that
 * possible; this class enforces it for each case. One correction belongs to the review: that of a
 * fact which a won appeal settled. The reviewer's unit makes it and then reviews nothing more in
 * the case.
 */
final class Independence {

    private Independence() {}

    /**
     * The units that decided in a case or can: its holder, and the units of officers who agreed to
     * something.
     */
    static Set<AuthorityId> deciders(CaseState state) {
        var units = new HashSet<AuthorityId>();
        units.add(state.holder());
        for (var traveller : state.travellers().values()) {
            traveller.openHolds().forEach(hold -> units.add(hold.owner()));
            traveller.proposals().stream()
                    .filter(proposal -> proposal.second().isPresent())
                    .forEach(proposal -> {
                        units.add(proposal.unit());
                        proposal.secondUnit().ifPresent(units::add);
                    });
        }
        return units;
    }

    /** The units that review or reviewed in a case: an appeal or an overdue hold. */
    static Set<AuthorityId> reviewers(CaseState state) {
        var units = new HashSet<AuthorityId>();
        for (var traveller : state.travellers().values()) {
            traveller.appeals().forEach(appeal -> units.add(appeal.reviewer()));
            traveller.holds().stream()
                    .map(Hold::reviewer)
                    .forEach(reviewer -> reviewer.ifPresent(units::add));
        }
        return units;
    }

    /** Whether the officer's unit reviews nothing in this case, so that it may decide. */
    static boolean mayDecide(TravellerContext m) {
        return !reviewers(m.state()).contains(m.actingOfficer().unit());
    }

    /** Whether an officer may decide, for an act of two officers. */
    static boolean mayDecide(TravellerContext m, TwoOfficerAct act) {
        boolean settles =
                act instanceof TwoOfficerAct.CorrectFact
                        && m.traveller().reviewedBy().filter(m::isOfficerOf).isPresent();
        return settles || mayDecide(m);
    }

    /** Whether somebody could review what this officer's unit is about to agree to. */
    static boolean leavesAReviewer(TravellerContext m, Proposal proposal) {
        var about = new HashSet<AuthorityId>();
        about.add(proposal.unit());
        about.add(m.actingOfficer().unit());
        var all = deciders(m.state());
        all.addAll(about);
        return m.tree().reviewers(m.state().holder(), about).stream()
                .map(Authority::id)
                .anyMatch(unit -> !all.contains(unit));
    }
}
