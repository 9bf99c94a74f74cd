package exeat.casework.access;

import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The units that a case involves now. Other units, unless they are above one of these, may not see
 * the case.
 */
public final class InvolvedUnits {

    private InvolvedUnits() {}

    /**
     * The units that a case touches now: its holder; who entered it, until it is confirmed; and for
     * each live traveller, those who have something to do for them, with all border posts while a
     * paper is out. A traveller whose steps a claim to protection stops brings in those who are to
     * hear them, and whom they admitted; and the border posts if they may come back.
     */
    public static SortedSet<AuthorityId> of(CaseState state, AuthorityTree tree) {
        var units = new TreeSet<AuthorityId>();
        units.add(state.holder());
        state.travellers().values().forEach(t -> units.addAll(of(state, t, tree)));
        return units;
    }

    /** The units that one traveller of the case involves, without those of the others. */
    static SortedSet<AuthorityId> of(
            CaseState state, TravellerState traveller, AuthorityTree tree) {
        var units = new TreeSet<AuthorityId>();
        units.add(state.holder());
        traveller.hearingUnit().ifPresent(units::add);
        traveller.askedInPerson().forEach(one -> units.add(one.unit()));
        if (traveller.isSuspended()) {
            working(state, traveller, tree).stream()
                    .filter(unit -> traveller.isAdmitted(new Admission.ToUnit(unit)))
                    .forEach(units::add);
            if (traveller.stage() == Stage.DEPARTED) {
                addPosts(units, tree);
            }
            return units;
        }
        units.addAll(working(state, traveller, tree));
        return units;
    }

    /** The units with work for a traveller, regardless of any claim to protection. */
    static SortedSet<AuthorityId> working(
            CaseState state, TravellerState traveller, AuthorityTree tree) {
        var units = new TreeSet<AuthorityId>();
        units.add(state.holder());
        if (traveller.stage() == Stage.UNCONFIRMED) {
            state.application().enteredBy().ifPresent(units::add);
        } else {
            addLive(units, traveller, tree);
        }
        return units;
    }

    /**
     * Whether this unit itself has something to do for a traveller, and so has to know that a claim
     * to protection stops it; a unit above it has not.
     */
    public static boolean isWorking(
            CaseState state, TravellerState traveller, AuthorityId unit, AuthorityTree tree) {
        return working(state, traveller, tree).contains(unit);
    }

    private static void addLive(
            Set<AuthorityId> units, TravellerState traveller, AuthorityTree tree) {
        traveller.openClearances().forEach(clearance -> units.add(clearance.unit()));
        traveller
                .openHolds()
                .forEach(hold -> {
                    units.add(hold.owner());
                    hold.reviewer().ifPresent(units::add);
                });
        traveller.stop().ifPresent(stop -> units.add(stop.unit()));
        if (!StageTransitions.ENDS.contains(traveller.stage())) {
            traveller.reviewedBy().ifPresent(units::add);
        }
        traveller.appeals().stream()
                .filter(TravellerState.AppealState::isOpen)
                .forEach(appeal -> units.add(appeal.reviewer()));
        if (traveller.stage() == Stage.AUTHORISED || traveller.stage() == Stage.DEPARTED) {
            addPosts(units, tree);
        }
    }

    private static void addPosts(Set<AuthorityId> units, AuthorityTree tree) {
        tree.all().stream()
                .filter(InvolvedUnits::recordsCrossings)
                .map(Authority::id)
                .forEach(units::add);
    }

    /** Whether this unit's officers record their part of crossings. */
    public static boolean recordsCrossings(Authority unit) {
        return unit.borderPost() && unit.plays(Role.RECORDS_A_CROSSING);
    }
}
