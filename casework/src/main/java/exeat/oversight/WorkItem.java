package exeat.oversight;

import exeat.casework.state.CaseState;
import exeat.casework.state.DueDays;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.TimeLimits;
import exeat.rules.source.StoredWord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a unit has to do for a traveller.
 *
 * @param about the clearance, or the number of the hold, proposal or appeal; empty otherwise
 * @param due the last day for it, if it has one
 */
public record WorkItem(
        AuthorityId unit,
        TravellerNo traveller,
        Kind kind,
        String about,
        LocalDate since,
        Optional<LocalDate> due) {

    /** The kind of work. */
    public enum Kind implements StoredWord {
        /** Decide a referred application. */
        DECIDE("DECIDE"),
        /** Answer a clearance. */
        CLEAR("CLEAR"),
        /** Issue the travel authorisation: at most a minor's safeguard is still missing. */
        AUTHORISE("AUTHORISE"),
        /** End a hold, or let it go up. */
        HOLD("HOLD"),
        /** Serve somebody with a proposal, or reply to what they answered. */
        HEARING("HEARING"),
        /** Be the second officer, or decline. */
        SECOND("SECOND"),
        /** Settle a stop at the border. */
        STOP("STOP"),
        /** Decide an appeal. */
        REVIEW("REVIEW");

        private final String stored;

        Kind(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    /** Everything that waits for some unit; empty for a traveller who is suspended or has ended. */
    public static List<WorkItem> of(CaseState state, TimeLimits limits) {
        return state.travellers().values().stream()
                .filter(t -> !t.isSuspended() && !StageTransitions.ENDS.contains(t.stage()))
                .flatMap(t -> new Finder(state, t, limits).find().stream())
                .toList();
    }

    private record Finder(CaseState state, TravellerState traveller, TimeLimits limits) {

        List<WorkItem> find() {
            var work = new ArrayList<WorkItem>();
            ofHolder(work);
            traveller
                    .openClearances()
                    .forEach(c ->
                            work.add(
                                    item(
                                            c.unit(),
                                            Kind.CLEAR,
                                            c.name(),
                                            c.opened(),
                                            Optional.of(dueDays().clearance(c)))));
            traveller.openHolds().forEach(h -> ofHold(work, h));
            traveller.proposals().stream()
                    .filter(Proposal::open)
                    .forEach(p ->
                            work.add(
                                    item(
                                            p.unit(),
                                            isWaiting(p) ? Kind.HEARING : Kind.SECOND,
                                            "" + p.number(),
                                            p.at(),
                                            Optional.empty())));
            traveller.appeals().stream()
                    .filter(AppealState::isOpen)
                    .forEach(a ->
                            work.add(
                                    item(
                                            a.reviewer(),
                                            Kind.REVIEW,
                                            "" + a.number(),
                                            a.filed(),
                                            Optional.of(a.due()))));
            traveller
                    .stop()
                    .ifPresent(s ->
                            work.add(
                                    item(
                                            s.unit(),
                                            Kind.STOP,
                                            "",
                                            s.at(),
                                            Optional.of(s.due(limits.zone())))));
            return work;
        }

        /** Whether an officer has something to do before another one can agree. */
        private boolean isWaiting(Proposal p) {
            return !(p.act() instanceof TwoOfficerAct.PlaceHold)
                    && p.hearing()
                            .filter(h -> h.standing().isEmpty() || h.awaitsReply(limits.zone()))
                            .isPresent();
        }

        /** The owner and, if no unit is above, a reviewer. */
        private void ofHold(List<WorkItem> work, TravellerState.Hold h) {
            var units = new ArrayList<AuthorityId>(List.of(h.owner()));
            h.reviewer().ifPresent(units::add);
            units.forEach(unit ->
                    work.add(
                            item(
                                    unit,
                                    Kind.HOLD,
                                    "" + h.number(),
                                    h.placed(),
                                    Optional.of(dueDays().hold(h)))));
        }

        private DueDays dueDays() {
            return new DueDays(state, traveller, limits);
        }

        private void ofHolder(List<WorkItem> work) {
            if (traveller.stage() == Stage.REFERRED) {
                var due = dueDays().decide();
                work.add(
                        item(state.holder(), Kind.DECIDE, "", traveller.since(), Optional.of(due)));
            }
            DueDays.readySince(traveller)
                    .ifPresent(since ->
                            work.add(
                                    item(
                                            state.holder(),
                                            Kind.AUTHORISE,
                                            "",
                                            since,
                                            dueDays().authorise())));
        }

        private WorkItem item(
                AuthorityId unit, Kind kind, String about, Instant since, Optional<LocalDate> due) {
            return new WorkItem(unit, traveller.no(), kind, about, day(since), due);
        }

        private LocalDate day(Instant at) {
            return at.atZone(limits.zone()).toLocalDate();
        }
    }
}
