package exeat.web.casefile;

import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.Directive;
import exeat.rules.authority.ServiceWay;
import exeat.web.casefile.view.HearingTexts;
import exeat.web.component.Letter;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** How decisions reach the person: an officer hands them over, the person confirms or disputes. */
public final class ServiceActions {

    private static final Optional<NoticeKind> PROPOSED = Optional.of(NoticeKind.PROPOSAL);

    private final CaseId id;
    private final TravellerNo no;
    private final PackTexts terms;
    private final PageTexts words;

    public ServiceActions(CaseId id, TravellerNo no, PackTexts terms, PageTexts words) {
        this.id = id;
        this.no = no;
        this.terms = terms;
        this.words = words;
    }

    /** Handing over what has not been handed over yet, for the unit that has the file. */
    List<CaseAction> serve(TravellerState state) {
        if (!has(ServiceWay.COUNTER)) {
            return List.of();
        }
        var actions = new ArrayList<CaseAction>();
        heardBefore(state)
                .filter(p -> hearing(p).standing().isEmpty())
                .forEach(p ->
                        actions.add(
                                serve(
                                        p,
                                        Optional.of(NoticeKind.PROPOSAL),
                                        !hearing(p).services().isEmpty())));
        decided(state)
                .filter(p -> notice(p).standing().isEmpty())
                .forEach(p ->
                        actions.add(serve(p, Optional.empty(), !notice(p).services().isEmpty())));
        return actions;
    }

    private CaseAction serve(Proposal proposal, Optional<NoticeKind> kind, boolean disputed) {
        var told =
                new ArrayList<>(
                        kind.isEmpty()
                                ? CaseActionKind.SERVE.told(words)
                                : List.of(
                                        words.say("action.serve-proposal.told"),
                                        words.say(
                                                "action.serve-proposal.means",
                                                hearing(proposal).days())));
        told.add(words.say("action.serve.print"));
        if (disputed) {
            told.add(words.say("action.serve.disputed"));
        }
        return new CaseAction(
                CaseActionKind.SERVE,
                target(proposal, kind),
                words.say("action.serve", title(proposal, kind)),
                told,
                form ->
                        form.date(
                                "on", words.say("action.serve.on"), words.say("action.serve.hint")),
                posted ->
                        posted.date("on").isPresent()
                                ? Map.of()
                                : Map.of("on", words.say("wrong.date")),
                posted ->
                        new TravellerCommand.RecordService(
                                id, no, proposal.number(), posted.date("on").orElseThrow(), kind));
    }

    /**
     * What is handed over, to print, in the person's language: what is proposed or decided, why,
     * and what they can do.
     *
     * @param target of the action that records it
     * @param number of the application
     */
    public static Optional<Letter> letter(
            TravellerState state, String target, String number, Directive directive) {
        var theirs = PageTexts.of(state.traveller().language());
        var terms = new PackTexts(directive, theirs);
        return Stream.concat(
                        heardBefore(state)
                                .filter(p -> target.equals(target(p, PROPOSED)))
                                .map(p -> proposed(p, terms, theirs)),
                        decided(state)
                                .filter(p -> target.equals(target(p, Optional.empty())))
                                .map(p -> decision(p, terms, theirs)))
                .findFirst()
                .map(lines -> {
                    var all = new ArrayList<String>();
                    all.add(theirs.say("track.number") + ": " + number);
                    all.add(state.traveller().name().full());
                    all.addAll(lines.subList(1, lines.size()));
                    return new Letter(theirs.lang(), lines.getFirst(), all, new RawString(""));
                });
    }

    /** The title first, then what is said. */
    private static List<String> proposed(Proposal proposal, PackTexts terms, PageTexts words) {
        var name = HearingTexts.name(proposal.act(), words);
        var lines = new ArrayList<String>();
        lines.add(words.say("hearing.proposed", name));
        lines.add(words.say("hearing.notice", name));
        lines.addAll(why(proposal, terms, words));
        lines.add(words.say("letter.proposal", hearing(proposal).days()));
        lines.add(words.say("answer-proposal.told"));
        return lines;
    }

    private static List<String> decision(Proposal proposal, PackTexts terms, PageTexts words) {
        var notice = notice(proposal);
        var on = notice.decided().atZone(terms.directive().vocabulary().zone()).toLocalDate();
        var lines = new ArrayList<String>();
        lines.add(
                words.say("notice.title", HearingTexts.name(proposal.act(), words), words.day(on)));
        lines.addAll(why(proposal, terms, words));
        if (proposal.act() instanceof TwoOfficerAct.CorrectFact) {
            lines.add(words.say("notice.reply"));
        } else {
            lines.add(words.say("notice.appeal", terms.unit(notice.reviewer())));
            notice.appealDays()
                    .map(days -> words.say("notice.until") + ": " + words.say("notice.days", days))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static List<String> why(Proposal proposal, PackTexts terms, PageTexts words) {
        var lines = new ArrayList<>(new ActTexts(terms, words).details(proposal.act()));
        lines.add(words.say("notice.reason") + ": " + PageTexts.isolated(proposal.reason()));
        var texts = new HearingTexts(terms, words);
        proposal.hearing()
                .ifPresent(hearing -> {
                    lines.addAll(texts.weighed(hearing));
                    lines.addAll(texts.said(hearing));
                });
        return lines;
    }

    /** The number is that of both: the address says which of them is meant. */
    private static String target(Proposal proposal, Optional<NoticeKind> kind) {
        return kind.isEmpty() ? "" + proposal.number() : "proposal-" + proposal.number();
    }

    /** Whether it records that a proposal was handed over, and not a decision. */
    static boolean isOfProposal(CaseAction action) {
        return action.kind() == CaseActionKind.SERVE && action.target().startsWith("proposal-");
    }

    private String title(Proposal proposal, Optional<NoticeKind> kind) {
        var name = HearingTexts.name(proposal.act(), words);
        return kind.isEmpty() ? name : words.say("hearing.proposal", name);
    }

    /** Writing down what the person standing before an officer says. */
    List<CaseAction> recordAnswers(TravellerState state) {
        return heard(state)
                .map(p ->
                        said(
                                CaseActionKind.RECORD_ANSWER,
                                p,
                                "action.record-answer",
                                CaseActionKind.RECORD_ANSWER.told(words),
                                text ->
                                        new TravellerCommand.RecordAnswer(
                                                id, no, p.number(), text)))
                .toList();
    }

    /** Replies to what the person said, for the officer who proposed the act. */
    List<CaseAction> replies(Stream<Proposal> proposals) {
        return proposals
                .filter(p -> p.hearing().filter(AdverseHearing::isUnanswered).isPresent())
                .map(p -> {
                    var told = new ArrayList<>(CaseActionKind.REPLY.told(words));
                    told.addAll(new HearingTexts(terms, words).said(hearing(p)));
                    return said(
                            CaseActionKind.REPLY,
                            p,
                            "action.reply",
                            told,
                            text -> new TravellerCommand.ReplyToAnswers(id, no, p.number(), text));
                })
                .toList();
    }

    /** The person's answers to what is proposed against them, or to a hold. */
    public List<CaseAction> answers(TravellerState state) {
        return heard(state)
                .map(p ->
                        said(
                                CaseActionKind.ANSWER_PROPOSAL,
                                p,
                                "answer-proposal",
                                List.of(
                                        words.say("answer-proposal.told"),
                                        words.say("answer-proposal.means")),
                                text ->
                                        new TravellerCommand.AnswerProposal(
                                                id, no, p.number(), text)))
                .toList();
    }

    private CaseAction said(
            CaseActionKind kind,
            Proposal proposal,
            String keys,
            List<String> told,
            Function<String, Command> command) {
        return new CaseAction(
                kind,
                Integer.toString(proposal.number()),
                words.say(keys + ".title", named(proposal)),
                told,
                form -> form.area("words", words.say(keys + ".words"), words.say(keys + ".hint")),
                this::unsaid,
                posted -> command.apply(posted.value("words")));
    }

    private String named(Proposal proposal) {
        return proposal.notice().isPresent()
                ? HearingTexts.name(proposal.act(), words)
                : words.say("hearing.proposal", HearingTexts.name(proposal.act(), words));
    }

    /** What the person can confirm, and what they can dispute. */
    public List<CaseAction> own(TravellerState state) {
        var actions = new ArrayList<CaseAction>();
        var proposed = Optional.of(NoticeKind.PROPOSAL);
        heardBefore(state)
                .filter(p -> !hearing(p).isConfirmed())
                .forEach(p -> {
                    if (has(ServiceWay.ACCOUNT)) {
                        actions.add(confirm(p, proposed));
                    }
                    if (hearing(p).isDisputable(true)) {
                        actions.add(dispute(p, proposed));
                    }
                });
        decided(state)
                .filter(p -> !notice(p).isConfirmed())
                .forEach(p -> {
                    if (has(ServiceWay.ACCOUNT)) {
                        actions.add(confirm(p, Optional.empty()));
                    }
                    if (notice(p).standing().isPresent()) {
                        actions.add(dispute(p, Optional.empty()));
                    }
                });
        return actions;
    }

    private CaseAction confirm(Proposal proposal, Optional<NoticeKind> notice) {
        var kind = CaseActionKind.CONFIRM_RECEIPT;
        return CaseAction.plain(
                kind,
                target(proposal, notice),
                words.say("confirm-receipt.title", title(proposal, notice)),
                notice.isEmpty()
                        ? kind.told(words)
                        : List.of(
                                words.say("confirm-proposal.told"),
                                words.say("confirm-proposal.means", hearing(proposal).days())),
                new TravellerCommand.ConfirmReceipt(id, no, proposal.number(), notice));
    }

    private CaseAction dispute(Proposal proposal, Optional<NoticeKind> notice) {
        var kind = CaseActionKind.DISPUTE_SERVICE;
        return new CaseAction(
                kind,
                target(proposal, notice),
                words.say("dispute.title", title(proposal, notice)),
                kind.told(words),
                form -> form.area("words", words.say("dispute.words"), words.say("dispute.hint")),
                this::unsaid,
                posted ->
                        new TravellerCommand.DisputeService(
                                id, no, proposal.number(), posted.value("words"), notice));
    }

    private Map<String, String> unsaid(SubmittedForm posted) {
        return posted.value("words").isEmpty()
                ? Map.of("words", words.say("wrong.empty"))
                : Map.of();
    }

    private boolean has(ServiceWay way) {
        Set<ServiceWay> ways = terms.directive().limits().service().ways();
        return ways.contains(way);
    }

    /** What was decided and still stands: an ended hold runs against nobody. */
    private static Stream<Proposal> decided(TravellerState state) {
        return state.proposals().stream()
                .filter(p -> p.notice().isPresent())
                .filter(p -> ended(state, p).isEmpty());
    }

    /** When the hold that was decided on ended; empty while it lasts, and for other decisions. */
    public static Optional<Instant> ended(TravellerState state, Proposal decision) {
        return switch (decision.act()) {
            case TwoOfficerAct.PlaceHold _ ->
                    state.holds().stream()
                            .filter(hold ->
                                    AdverseHearing.placing(state, hold)
                                            .filter(decision::equals)
                                            .isPresent())
                            .findFirst()
                            .flatMap(TravellerState.Hold::releasedAt);
            case TwoOfficerAct.ExtendHold longer ->
                    state.hold(longer.hold()).flatMap(TravellerState.Hold::releasedAt);
            case TwoOfficerAct.Refuse _,
                    TwoOfficerAct.SetAside _,
                    TwoOfficerAct.Revoke _,
                    TwoOfficerAct.CorrectFact _ ->
                    Optional.empty();
        };
    }

    /** What is proposed, and decided only after the person was heard. */
    private static Stream<Proposal> heardBefore(TravellerState state) {
        return state.proposals().stream()
                .filter(Proposal::open)
                .filter(p -> p.hearing().isPresent())
                .filter(p -> !(p.act() instanceof TwoOfficerAct.PlaceHold));
    }

    /** What the person can answer: the same, and each hold that stands. */
    static Stream<Proposal> heard(TravellerState state) {
        var holds =
                state.openHolds().stream()
                        .flatMap(hold -> AdverseHearing.placing(state, hold).stream())
                        .filter(p -> p.hearing().isPresent());
        return Stream.concat(heardBefore(state), holds);
    }

    private static AdverseHearing hearing(Proposal proposal) {
        return proposal.hearing().orElseThrow();
    }

    private static DecisionNotice notice(Proposal proposal) {
        return proposal.notice().orElseThrow();
    }
}
