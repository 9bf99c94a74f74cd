package exeat.oversight;

import exeat.casework.Life;
import exeat.casework.Stage;
import exeat.casework.State.CaseState;
import exeat.casework.TravellerNo;
import exeat.casework.TravellerState;
import exeat.casework.TravellerState.AppealState;
import exeat.casework.TravellerState.Proposal;
import exeat.rules.AuthorityId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a unit has to do for a traveller.
 *
 * @param about the clearance, or the number of the hold, proposal or appeal; empty otherwise
 * @param due the last day for it, if it has one
 */
public record Work(
        AuthorityId unit,
        TravellerNo traveller,
        Kind kind,
        String about,
        LocalDate since,
        Optional<LocalDate> due) {

    /**
     * A week to issue what nothing stops. The directive names no number; without one, a file that
     * is ready would lie unseen behind everything that has a day.
     */
    private static final int DAYS_TO_AUTHORISE = 7;

    /** What is to be done. */
    public enum Kind {
        /** Decide what was referred. */
        DECIDE,
        /** Answer a clearance. */
        CLEAR,
        /** Issue the travel authorisation: at most a minor's safeguard is still missing. */
        AUTHORISE,
        /** End a hold, or let it go up. */
        HOLD,
        /** Be the second officer, or decline. */
        SECOND,
        /** Settle a stop at the border. */
        STOP,
        /** Decide an appeal. */
        REVIEW
    }

    /** Everything that waits on some unit; nothing for who claimed protection or has ended. */
    public static List<Work> of(CaseState state, ZoneId zone) {
        return state.travellers().values().stream()
                .filter(t -> !t.protectionClaimed() && !Life.ENDS.contains(t.stage()))
                .flatMap(t -> new Finder(state, t, zone).find().stream())
                .toList();
    }

    private record Finder(CaseState state, TravellerState traveller, ZoneId zone) {

        List<Work> find() {
            var work = new ArrayList<Work>();
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
                                            Optional.of(c.due()))));
            traveller
                    .openHolds()
                    .forEach(h ->
                            work.add(
                                    item(
                                            h.owner(),
                                            Kind.HOLD,
                                            "" + h.number(),
                                            h.placed(),
                                            Optional.of(h.limit()))));
            traveller.proposals().stream()
                    .filter(Proposal::open)
                    .forEach(p ->
                            work.add(
                                    item(
                                            p.unit(),
                                            Kind.SECOND,
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
                                            s.post(),
                                            Kind.STOP,
                                            "",
                                            s.at(),
                                            Optional.of(day(s.at())))));
            return work;
        }

        private void ofHolder(List<Work> work) {
            if (traveller.stage() == Stage.REFERRED) {
                var due = state.decideBy(traveller, zone);
                work.add(
                        item(state.holder(), Kind.DECIDE, "", traveller.since(), Optional.of(due)));
            }
            if (isReady()) {
                var since =
                        traveller.clearances().stream()
                                .flatMap(c -> c.doneAt().stream())
                                .reduce(traveller.since(), (a, b) -> a.isAfter(b) ? a : b);
                var due = day(since).plusDays(DAYS_TO_AUTHORISE);
                work.add(item(state.holder(), Kind.AUTHORISE, "", since, Optional.of(due)));
            }
        }

        private boolean isReady() {
            return Life.allows(traveller.stage(), Life.Turn.AUTHORISED)
                    && traveller.openClearances().isEmpty()
                    && traveller.openHolds().isEmpty();
        }

        private Work item(
                AuthorityId unit, Kind kind, String about, Instant since, Optional<LocalDate> due) {
            return new Work(unit, traveller.no(), kind, about, day(since), due);
        }

        private LocalDate day(Instant at) {
            return at.atZone(zone).toLocalDate();
        }
    }
}
