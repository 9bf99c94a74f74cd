package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.state.DecisionNotice.Service;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.OfficerId;
import exeat.casework.value.OwnWords;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.ServiceWay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a proposal against a person reaches them, and a decision of two officers. Before it did, no
 * period runs against them: neither their days to answer, nor the time to appeal, nor the time to
 * reply to a correction, nor the time after which a refused case is erased.
 */
final class ServiceRules {

    /** How late it may be recorded: a weekend, and the day after. */
    private static final int LATE_DAYS = 3;

    private ServiceRules() {}

    /** How long an appeal is possible against this act once it is served; empty for ever. */
    static Optional<Integer> appealDays(TravellerContext m, TwoOfficerAct act) {
        return switch (act) {
            case TwoOfficerAct.Refuse _, TwoOfficerAct.SetAside _, TwoOfficerAct.Revoke _ ->
                    m.directive().limits().service().appealDays();
            // A hold can be appealed as long as it stands; a correction is replied to.
            case TwoOfficerAct.PlaceHold _,
                    TwoOfficerAct.ExtendHold _,
                    TwoOfficerAct.CorrectFact _ ->
                    Optional.empty();
        };
    }

    /**
     * What somebody is served with.
     *
     * @param from when there was something to hand over
     */
    private record Notice(NoticeKind kind, Instant from, List<Service> services) {
        private boolean isStanding() {
            return DecisionNotice.standing(services).isPresent();
        }

        private boolean isConfirmed() {
            return DecisionNotice.isConfirmed(services);
        }

        /**
         * Who recorded what the person disputed. Of a proposal the last of them: there are two at
         * the most, and a unit may have no third officer.
         */
        private Stream<OfficerId> recorders() {
            var all = services.stream().flatMap(s -> s.by().stream()).toList();
            return kind == NoticeKind.DECISION
                    ? all.stream()
                    : all.stream().skip(Math.max(0, all.size() - 1));
        }
    }

    /**
     * What is meant, where it is there. The number is that of both, and a person who left a page
     * open since the hearing must not confirm a decision that they never saw.
     */
    private static Optional<Notice> notice(
            TravellerContext m, int proposal, Optional<NoticeKind> kind) {
        var of = m.traveller().proposal(proposal);
        return switch (kind.orElse(NoticeKind.DECISION)) {
            case DECISION ->
                    of.flatMap(Proposal::notice)
                            .map(n -> new Notice(NoticeKind.DECISION, n.decided(), n.services()));
            case PROPOSAL ->
                    of.filter(Proposal::open)
                            .filter(p -> HearingRules.isBefore(p.act()))
                            .flatMap(Proposal::hearing)
                            .map(h -> new Notice(NoticeKind.PROPOSAL, h.opened(), h.services()));
        };
    }

    /** An officer of a unit that has the file or decided; who did that may hand it over too. */
    static Response record(TravellerContext m, TravellerCommand.RecordService record) {
        var proposal = m.traveller().proposal(record.proposal());
        var notice = notice(m, record.proposal(), record.notice());
        return Check.that(m.officer().isPresent(), Code.NOT_ALLOWED, "actor")
                .and(notice.isPresent(), Code.NOT_FOUND, "proposal")
                .and(() -> isOfUnit(m, proposal.orElseThrow()), Code.NOT_ALLOWED, "unit")
                .and(isAllowed(m, ServiceWay.COUNTER), Code.NOT_IN_DIRECTIVE, "way")
                .and(() -> !notice.orElseThrow().isStanding(), Code.ALREADY_EXISTS, "service")
                .and(() -> isAnother(m, notice.orElseThrow()), Code.SECOND_OFFICER, "officer")
                .and(() -> isPossible(m, notice.orElseThrow(), record.on()), Code.BAD_DATE, "on")
                .then(() ->
                        List.of(
                                new TravellerEvent.Served(
                                        m.no(),
                                        record.proposal(),
                                        ServiceWay.COUNTER,
                                        record.on(),
                                        Optional.of(m.actingOfficer().id()),
                                        Optional.of(m.actingOfficer().unit()))));
    }

    private static boolean isAllowed(TravellerContext m, ServiceWay way) {
        return m.directive().limits().service().ways().contains(way);
    }

    static boolean isOfUnit(TravellerContext m, Proposal proposal) {
        return m.isOfficerOfHolder()
                || m.isOfficerOf(proposal.unit())
                || proposal.secondUnit().filter(m::isOfficerOf).isPresent();
    }

    /** What the person disputed, nobody records again who recorded it, or is tied to them. */
    private static boolean isAnother(TravellerContext m, Notice notice) {
        return notice.recorders().noneMatch(m.actingOfficer()::isOrIsTiedTo);
    }

    /** Neither in the future nor long ago, and not before there was something to hand over. */
    private static boolean isPossible(TravellerContext m, Notice notice, LocalDate on) {
        var zone = m.directive().vocabulary().zone();
        boolean after =
                !on.isBefore(notice.from().atZone(zone).toLocalDate())
                        && notice.services().stream()
                                .flatMap(service -> service.disputed().stream())
                                .noneMatch(at -> on.isBefore(at.atZone(zone).toLocalDate()));
        return after && !on.isAfter(m.today()) && !on.isBefore(m.today().minusDays(LATE_DAYS));
    }

    /** With a proved secret: with any other it would be the filer who lets a period begin. */
    static Response confirm(TravellerContext m, TravellerCommand.ConfirmReceipt confirm) {
        var notice = notice(m, confirm.proposal(), confirm.notice());
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(() -> UnprovedSecretRules.proved(m.state(), m.context()))
                .and(notice.isPresent(), Code.NOT_FOUND, "proposal")
                .and(isAllowed(m, ServiceWay.ACCOUNT), Code.NOT_IN_DIRECTIVE, "way")
                .and(() -> !notice.orElseThrow().isConfirmed(), Code.ALREADY_EXISTS, "service")
                .then(() ->
                        List.of(
                                new TravellerEvent.Served(
                                        m.no(),
                                        confirm.proposal(),
                                        ServiceWay.ACCOUNT,
                                        m.today(),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    /**
     * With any secret, since most people have no other; it only stops what runs against them. Of a
     * proposal once: then another officer, not tied to the first, says the same, and it stands. The
     * holder of a proved secret can say it after somebody else did.
     */
    static Response dispute(TravellerContext m, TravellerCommand.DisputeService dispute) {
        var notice = notice(m, dispute.proposal(), dispute.notice());
        boolean limited = dispute.notice().equals(Optional.of(NoticeKind.PROPOSAL));
        boolean proved = UnprovedSecretRules.proved(m.state(), m.context()).isEmpty();
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(notice.filter(Notice::isStanding).isPresent(), Code.NOT_FOUND, "service")
                .and(() -> !notice.orElseThrow().isConfirmed(), Code.ALREADY_EXISTS, "service")
                .and(
                        () ->
                                !limited
                                        || DecisionNotice.isDisputableAgain(
                                                notice.orElseThrow().services(), proved),
                        Code.ALREADY_EXISTS,
                        "dispute")
                .and(!OwnWords.isEmpty(dispute.words()), Code.REASON_MISSING, "words")
                .then(() ->
                        List.of(
                                new TravellerEvent.ServiceDisputed(
                                        m.no(),
                                        dispute.proposal(),
                                        OwnWords.readable(dispute.words()))));
    }

    /**
     * Whether an appeal against this decision is still possible. It stays so for a minor, and for
     * somebody whom a claim to protection was ever about: they may not have been able to appeal.
     */
    static boolean isInTime(TravellerContext m, AppealSubject against, Optional<Proposal> of) {
        return against instanceof AppealSubject.AHold
                || !m.traveller().traveller().guardians().isEmpty()
                || m.traveller().protection().isPresent()
                || of.flatMap(Proposal::notice)
                        .flatMap(DecisionNotice::appealUntil)
                        .filter(m.today()::isAfter)
                        .isEmpty();
    }

    /** Whether a refusal reached the person before this day, and their time to appeal is over. */
    static boolean isLongServed(TravellerState t, LocalDate last) {
        return t.stage() != Stage.REFUSED
                || t.proposals().stream()
                        .filter(p -> p.act() instanceof TwoOfficerAct.Refuse)
                        .flatMap(p -> p.notice().stream())
                        .allMatch(notice ->
                                notice.standing().filter(s -> s.on().isBefore(last)).isPresent()
                                        && notice.appealUntil()
                                                .filter(until -> !until.isBefore(last))
                                                .isEmpty());
    }
}
