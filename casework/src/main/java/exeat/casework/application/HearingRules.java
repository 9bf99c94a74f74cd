package exeat.casework.application;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.AdverseHearing.HearingReply;
import exeat.casework.state.AdverseHearing.Weighed;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.OwnWords;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.document.PointToWeigh;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person is heard before a decision against them. They see the proposal as the first officer
 * wrote it, have days to answer from when they were served with it, and both officers reply to what
 * they said. A hold acts at once; about it they are heard while it stands.
 */
final class HearingRules {

    private HearingRules() {}

    /**
     * Whether the person is heard before this, if it works against them: a hold alone acts at once.
     */
    static boolean isBefore(TwoOfficerAct act) {
        return !(act instanceof TwoOfficerAct.PlaceHold);
    }

    /** Whether this takes something from the person that they have, or refuses them. */
    private static boolean isAgainst(TravellerContext m, TwoOfficerAct act) {
        return switch (act) {
            case TwoOfficerAct.Refuse _,
                    TwoOfficerAct.SetAside _,
                    TwoOfficerAct.Revoke _,
                    TwoOfficerAct.PlaceHold _,
                    TwoOfficerAct.ExtendHold _ ->
                    true;
            case TwoOfficerAct.CorrectFact correct -> CorrectionRules.isAgainst(m, correct);
        };
    }

    /** A hold is for facts that are not settled: nothing is weighed in it. */
    private static boolean isWeighed(TravellerContext m, TwoOfficerAct act) {
        return isAgainst(m, act)
                && !(act instanceof TwoOfficerAct.PlaceHold)
                && !(act instanceof TwoOfficerAct.ExtendHold);
    }

    /** The days of a hearing that a proposal opens; empty where nobody is heard. */
    static Optional<Integer> days(TravellerContext m, TwoOfficerAct act) {
        return isAgainst(m, act)
                ? Optional.of(m.directive().limits().service().hearingDays())
                : Optional.empty();
    }

    /** Whether a proposal has words about each point that the directive wants weighed. */
    static Optional<Rejection> isComplete(
            TravellerContext m, TwoOfficerAct act, Optional<List<Weighed>> weighed) {
        var listed = m.directive().weigh().stream().map(PointToWeigh::id).toList();
        var said = weighed.orElse(List.of());
        var left =
                listed.stream()
                        .filter(_ -> isWeighed(m, act))
                        .filter(id ->
                                said.stream()
                                        .noneMatch(w ->
                                                w.point().equals(id)
                                                        && !OwnWords.isEmpty(w.words())))
                        .findFirst();
        var all = said.stream().map(Weighed::point).toList();
        return Check.that(
                        all.stream().distinct().count() == all.size() && listed.containsAll(all),
                        Code.NOT_IN_DIRECTIVE,
                        "weighed")
                .and(left.isEmpty(), Code.REASON_MISSING, "weighed." + left.orElse(""))
                .failure();
    }

    private static boolean isHeardBefore(TravellerContext m, TwoOfficerAct act) {
        return isBefore(act) && isAgainst(m, act);
    }

    /** Why a second officer cannot agree yet, whatever they write. */
    static Optional<Rejection> isHeard(TravellerContext m, Proposal proposal) {
        if (!isHeardBefore(m, proposal.act())) {
            return Optional.empty();
        }
        var zone = m.directive().vocabulary().zone();
        var hearing = proposal.hearing();
        // About: what is missing, since each takes somebody else to do something else.
        return Check.that(hearing.isPresent(), Code.HEARING_OPEN, "proposal")
                .and(
                        () -> hearing.orElseThrow().standing().isPresent(),
                        Code.HEARING_OPEN,
                        "service")
                .and(() -> hearing.orElseThrow().isOver(m.today(), zone), Code.HEARING_OPEN, "days")
                .and(() -> !hearing.orElseThrow().awaitsReply(zone), Code.HEARING_OPEN, "reply")
                .and(
                        () -> isHeldHeard(m, proposal.act(), hearing.orElseThrow()),
                        Code.HEARING_OPEN,
                        "hold")
                .and(() ->
                        isComplete(
                                m,
                                proposal.act(),
                                Optional.of(hearing.orElseThrow().weighed())
                                        .filter(all -> !all.isEmpty())))
                .failure();
    }

    /** Words of the second officer's own about what the person said, if they said anything. */
    static Optional<Rejection> saysToAnswers(
            TravellerContext m, Proposal proposal, TravellerCommand.SecondProposal second) {
        var answers = proposal.hearing().map(AdverseHearing::answers).orElse(List.of());
        if (answers.isEmpty() || !isHeardBefore(m, proposal.act())) {
            return Optional.empty();
        }
        var words = second.onAnswers().orElse("");
        // Not with the person's words: a long answer would have most of what anybody can write.
        var copies =
                Stream.concat(
                                Stream.of(proposal.reason(), second.reason()),
                                answers.stream()
                                        .flatMap(a -> a.reply().stream())
                                        .map(HearingReply::words))
                        .map(other -> OwnWords.of(words, other))
                        .distinct()
                        .toList();
        return Check.that(isRead(m), Code.NOT_ALLOWED, "unit")
                .and(!OwnWords.isEmpty(words), Code.REASON_MISSING, "onAnswers")
                .and(!copies.contains(OwnWords.SHORT), Code.REASON_SHORT, "onAnswers")
                .and(!copies.contains(OwnWords.COPIED), Code.REASON_COPIED, "onAnswers")
                .failure();
    }

    /**
     * Units above are shown the reason and not what was said: they cannot judge one by the other.
     */
    private static boolean isRead(TravellerContext m) {
        var context = m.context();
        return Disclosure.view(m.state(), context.actor(), m.tree(), m.today(), context.now())
                .filter(seen -> seen.travellers().get(m.no()) instanceof Disclosure.Whole)
                .isPresent();
    }

    /**
     * A hold is not prolonged before the person could be heard about it: what they said of it while
     * they could answer the proposal to prolong it has a reply.
     */
    private static boolean isHeldHeard(
            TravellerContext m, TwoOfficerAct act, AdverseHearing longer) {
        if (!(act instanceof TwoOfficerAct.ExtendHold(var number, _, _))) {
            return true;
        }
        var zone = m.directive().vocabulary().zone();
        return m.traveller()
                .hold(number)
                .flatMap(hold -> AdverseHearing.placing(m.traveller(), hold))
                .filter(placed -> placed.hearing().isPresent())
                .filter(placed ->
                        !placed.notice().filter(HearingRules::isHandedOver).isPresent()
                                || longer.awaitsReply(placed.hearing().orElseThrow(), zone))
                .isEmpty();
    }

    /** Or two officers say that they did, the second after the person disputed the first. */
    private static boolean isHandedOver(DecisionNotice notice) {
        var by = notice.services().stream().flatMap(s -> s.by().stream()).distinct().count();
        return notice.standing().isPresent() || by > 1;
    }

    /** With any secret, as often as they like; it moves nothing but the officers to reply. */
    static Response answer(TravellerContext m, TravellerCommand.AnswerProposal answer) {
        boolean proved = UnprovedSecretRules.proved(m.state(), m.context()).isEmpty();
        // Those who are not told what others did must not learn of it by being rejected.
        boolean kept = UnprovedSecretRules.isWithheld(m.state(), m.context(), answer);
        var hearing = m.traveller().proposal(answer.proposal()).flatMap(Proposal::hearing);
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(
                        kept || (isOpen(m, answer.proposal()) && hearing.isPresent()),
                        Code.NOT_FOUND,
                        "proposal")
                .and(!OwnWords.isEmpty(answer.words()), Code.REASON_MISSING, "words")
                .and(
                        proved || hearing.filter(HearingRules::isFull).isEmpty(),
                        Code.ALREADY_EXISTS,
                        "answer")
                .then(() ->
                        List.of(
                                new TravellerEvent.HearingAnswered(
                                        m.no(),
                                        answer.proposal(),
                                        OwnWords.readable(answer.words()),
                                        proved,
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private static boolean isFull(AdverseHearing hearing) {
        return hearing.unproved() >= AdverseHearing.UNPROVED_ANSWERS;
    }

    /**
     * Said before an officer of a unit that has the file, proposes or decided; not before the one
     * who proposes, who would write down both the accusation and the answer.
     */
    static Response record(TravellerContext m, TravellerCommand.RecordAnswer record) {
        var proposal = heard(m, record.proposal());
        return Check.that(m.officer().isPresent(), Code.NOT_ALLOWED, "actor")
                .and(proposal.isPresent(), Code.NOT_FOUND, "proposal")
                .and(
                        () -> ServiceRules.isOfUnit(m, proposal.orElseThrow()),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(
                        () -> !m.actingOfficer().isOrIsTiedTo(proposal.orElseThrow().by()),
                        Code.SECOND_OFFICER,
                        "officer")
                .and(!OwnWords.isEmpty(record.words()), Code.REASON_MISSING, "words")
                .then(() ->
                        List.of(
                                new TravellerEvent.HearingAnswered(
                                        m.no(),
                                        record.proposal(),
                                        OwnWords.readable(record.words()),
                                        true,
                                        Optional.of(m.actingOfficer().id()),
                                        Optional.of(m.actingOfficer().unit()))));
    }

    /** By the officer who proposed it, or one tied to them as a stand-in. */
    static Response reply(TravellerContext m, TravellerCommand.ReplyToAnswers reply) {
        var proposal = heard(m, reply.proposal());
        return Check.that(m.officer().isPresent(), Code.NOT_ALLOWED, "actor")
                .and(proposal.isPresent(), Code.NOT_FOUND, "proposal")
                .and(
                        () -> m.actingOfficer().isOrIsTiedTo(proposal.orElseThrow().by()),
                        Code.NOT_ALLOWED,
                        "officer")
                .and(
                        () -> proposal.flatMap(Proposal::hearing).orElseThrow().isUnanswered(),
                        Code.NOT_FOUND,
                        "answer")
                .and(!OwnWords.isEmpty(reply.words()), Code.REASON_MISSING, "words")
                .and(() -> saysSomething(proposal.orElseThrow(), reply.words()))
                .then(() ->
                        List.of(
                                new TravellerEvent.HearingReplied(
                                        m.no(),
                                        reply.proposal(),
                                        OwnWords.readable(reply.words()),
                                        m.actingOfficer().id())));
    }

    /** The reason once more would be no reply. */
    private static Optional<Rejection> saysSomething(Proposal proposal, String words) {
        return switch (OwnWords.of(words, proposal.reason())) {
            case OWN -> Optional.empty();
            case SHORT -> Check.no(Code.REASON_SHORT, "words");
            case COPIED -> Check.no(Code.REASON_COPIED, "words");
        };
    }

    private static Optional<Proposal> heard(TravellerContext m, int number) {
        return m.traveller()
                .proposal(number)
                .filter(p -> p.hearing().isPresent())
                .filter(_ -> isOpen(m, number));
    }

    /** Before a decision, and about a hold as long as it stands. */
    private static boolean isOpen(TravellerContext m, int number) {
        return m.traveller()
                .proposal(number)
                .filter(p ->
                        isBefore(p.act())
                                ? p.open()
                                : m.traveller().openHolds().stream()
                                        .anyMatch(hold ->
                                                AdverseHearing.placing(m.traveller(), hold)
                                                        .filter(by -> by.number() == number)
                                                        .isPresent()))
                .isPresent();
    }
}
