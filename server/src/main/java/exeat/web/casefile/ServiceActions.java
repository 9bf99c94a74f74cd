package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.ServiceWay;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How decisions reach the person: an officer hands them over, the person confirms or disputes. */
public final class ServiceActions {

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

    /** What was decided, in the words of whoever reads it. */
    public static String name(TwoOfficerAct act, PageTexts words) {
        return words.say(
                switch (act) {
                    case TwoOfficerAct.Refuse _ -> "decision.refusal";
                    case TwoOfficerAct.SetAside _ -> "decision.set-aside";
                    case TwoOfficerAct.PlaceHold _ -> "decision.hold";
                    case TwoOfficerAct.ExtendHold _ -> "decision.longer-hold";
                    case TwoOfficerAct.Revoke _ -> "decision.revocation";
                    case TwoOfficerAct.CorrectFact _ -> "decision.correction";
                });
    }

    /** For the unit that has the file: what nobody was served with yet. */
    List<CaseAction> serve(TravellerState state) {
        return has(ServiceWay.COUNTER)
                ? decided(state)
                        .filter(p -> notice(p).standing().isEmpty())
                        .map(this::serve)
                        .toList()
                : List.of();
    }

    private CaseAction serve(Proposal proposal) {
        var told = new ArrayList<>(CaseActionKind.SERVE.told(words));
        if (!notice(proposal).services().isEmpty()) {
            told.add(words.say("deed.serve.disputed"));
        }
        return new CaseAction(
                CaseActionKind.SERVE,
                Integer.toString(proposal.number()),
                words.say("deed.serve", name(proposal.act(), words)),
                told,
                form -> form.date("on", words.say("deed.serve.on"), words.say("deed.serve.hint")),
                posted ->
                        posted.date("on").isPresent()
                                ? Map.of()
                                : Map.of("on", words.say("wrong.date")),
                posted ->
                        new TravellerCommand.RecordService(
                                id, no, proposal.number(), posted.date("on").orElseThrow()));
    }

    /** For the person: what they can confirm, and what they can say is not so. */
    public List<CaseAction> own(TravellerState state) {
        var actions = new ArrayList<CaseAction>();
        decided(state)
                .filter(p -> !notice(p).isConfirmed())
                .forEach(p -> {
                    if (has(ServiceWay.ACCOUNT)) {
                        actions.add(confirm(p));
                    }
                    if (notice(p).standing().isPresent()) {
                        actions.add(dispute(p));
                    }
                });
        return actions;
    }

    private CaseAction confirm(Proposal proposal) {
        var kind = CaseActionKind.CONFIRM_RECEIPT;
        return CaseAction.plain(
                kind,
                Integer.toString(proposal.number()),
                words.say("confirm-receipt.title", name(proposal.act(), words)),
                kind.told(words),
                new TravellerCommand.ConfirmReceipt(id, no, proposal.number()));
    }

    private CaseAction dispute(Proposal proposal) {
        var kind = CaseActionKind.DISPUTE_SERVICE;
        return new CaseAction(
                kind,
                Integer.toString(proposal.number()),
                words.say("dispute.title", name(proposal.act(), words)),
                kind.told(words),
                form -> form.area("words", words.say("dispute.words"), words.say("dispute.hint")),
                this::unsaid,
                posted ->
                        new TravellerCommand.DisputeService(
                                id, no, proposal.number(), posted.value("words")));
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

    private static Stream<Proposal> decided(TravellerState state) {
        return state.proposals().stream().filter(p -> p.notice().isPresent());
    }

    private static DecisionNotice notice(Proposal proposal) {
        return proposal.notice().orElseThrow();
    }
}
