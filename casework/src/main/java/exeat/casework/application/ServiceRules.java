package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.ServiceWay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a decision of two officers reaches the person. Before it did, no period runs against them:
 * neither the time to appeal, nor the time to reply to a correction, nor the time after which a
 * refused case is erased.
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

    /** An officer of a unit that has the file or decided; who did that may hand it over too. */
    static Response record(TravellerContext m, TravellerCommand.RecordService record) {
        var proposal = m.traveller().proposal(record.proposal());
        var notice = proposal.flatMap(Proposal::notice);
        return Check.that(m.officer().isPresent(), Code.NOT_ALLOWED, "actor")
                .and(notice.isPresent(), Code.NOT_FOUND, "proposal")
                .and(() -> isOfUnit(m, proposal.orElseThrow()), Code.NOT_ALLOWED, "unit")
                .and(isAllowed(m, ServiceWay.COUNTER), Code.NOT_IN_DIRECTIVE, "way")
                .and(
                        () -> notice.flatMap(DecisionNotice::standing).isEmpty(),
                        Code.ALREADY_EXISTS,
                        "service")
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

    private static boolean isOfUnit(TravellerContext m, Proposal proposal) {
        return m.isOfficerOfHolder()
                || m.isOfficerOf(proposal.unit())
                || proposal.secondUnit().filter(m::isOfficerOf).isPresent();
    }

    /** What the person disputed, nobody records again who recorded it, or is tied to them. */
    private static boolean isAnother(TravellerContext m, DecisionNotice notice) {
        return notice.services().stream()
                .flatMap(service -> service.by().stream())
                .noneMatch(m.actingOfficer()::isOrIsTiedTo);
    }

    /** Neither in the future nor long ago, and not before there was something to hand over. */
    private static boolean isPossible(TravellerContext m, DecisionNotice notice, LocalDate on) {
        var zone = m.directive().vocabulary().zone();
        boolean after =
                !on.isBefore(notice.decided().atZone(zone).toLocalDate())
                        && notice.services().stream()
                                .flatMap(service -> service.disputed().stream())
                                .noneMatch(at -> on.isBefore(at.atZone(zone).toLocalDate()));
        return after && !on.isAfter(m.today()) && !on.isBefore(m.today().minusDays(LATE_DAYS));
    }

    /** With a proved secret: with any other it would be whoever filed who lets a period begin. */
    static Response confirm(TravellerContext m, TravellerCommand.ConfirmReceipt confirm) {
        var notice = m.traveller().proposal(confirm.proposal()).flatMap(Proposal::notice);
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

    /** With any secret, since most people have no other; it only stops what runs against them. */
    static Response dispute(TravellerContext m, TravellerCommand.DisputeService dispute) {
        var notice = m.traveller().proposal(dispute.proposal()).flatMap(Proposal::notice);
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(
                        notice.flatMap(DecisionNotice::standing).isPresent(),
                        Code.NOT_FOUND,
                        "service")
                .and(() -> !notice.orElseThrow().isConfirmed(), Code.ALREADY_EXISTS, "service")
                .and(!dispute.words().isBlank(), Code.REASON_MISSING, "words")
                .then(() ->
                        List.of(
                                new TravellerEvent.ServiceDisputed(
                                        m.no(), dispute.proposal(), dispute.words())));
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
