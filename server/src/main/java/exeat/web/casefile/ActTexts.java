package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.TravellerState;
import exeat.casework.value.HoldGround;
import exeat.casework.value.OwnWords;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.codec.StoredKinds;
import exeat.web.casefile.view.HearingTexts;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.StoredKeys;
import exeat.web.kit.SubmittedForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes an act of two officers, so that the second one knows what they agree to. */
public final class ActTexts {

    private final PackTexts terms;
    private final PageTexts words;

    public ActTexts(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    String name(TwoOfficerAct act) {
        return words.say(StoredKeys.of("act.", StoredKinds.of(act.getClass()).name()));
    }

    /** The effect on the traveller once a second officer agrees. */
    private String effect(TwoOfficerAct act) {
        return words.say(StoredKeys.of("act.", StoredKinds.of(act.getClass()).name()) + ".effect");
    }

    /**
     * What a second officer reads: who proposed it and when, why, and whether the finding that they
     * see is the one that stood then.
     */
    List<String> proposed(TravellerState.Proposal proposal, Optional<Instant> found) {
        var told = new ArrayList<String>();
        var at = words.time(proposal.at(), terms.directive().vocabulary().zone());
        told.addAll(
                CaseActionKind.SECOND.told(words, proposal.by(), terms.unit(proposal.unit()), at));
        told.add(effect(proposal.act()));
        found.map(when ->
                        when.isAfter(proposal.at())
                                ? "action.second.changed"
                                : "action.second.same")
                .map(words::say)
                .ifPresent(told::add);
        told.addAll(details(proposal.act()));
        told.add(words.say("action.reason-was", proposal.reason()));
        proposal.hearing().ifPresent(hearing -> told.addAll(heard(proposal.act(), hearing)));
        return told;
    }

    /** What was weighed, since when the person has it, and what they said. */
    private List<String> heard(TwoOfficerAct act, AdverseHearing hearing) {
        var texts = new HearingTexts(terms, words);
        var told = new ArrayList<>(texts.weighed(hearing));
        if (!(act instanceof TwoOfficerAct.PlaceHold)) {
            told.add(texts.time(hearing));
            told.addAll(texts.said(hearing));
            if (hearing.answers().isEmpty()) {
                told.add(words.say("hearing.silence"));
            }
        }
        return told;
    }

    private static boolean hasAnswers(TravellerState.Proposal proposal) {
        return proposal.hearing().filter(h -> !h.answers().isEmpty()).isPresent();
    }

    /** The second officer's form: what they agree to, and why they do, in their own words. */
    CaseAction second(
            CaseId id, TravellerNo no, TravellerState.Proposal proposal, Optional<Instant> found) {
        return new CaseAction(
                CaseActionKind.SECOND,
                Integer.toString(proposal.number()),
                CaseActionKind.SECOND.title(words, name(proposal.act())),
                proposed(proposal, found),
                form -> {
                    form.area(
                            "reason",
                            words.say("action.second.reason"),
                            words.say("action.second.reason.hint"));
                    if (hasAnswers(proposal)) {
                        form.area(
                                "onAnswers",
                                words.say("action.second.answers"),
                                words.say("action.second.answers.hint"));
                    }
                },
                posted -> wrong(posted, proposal),
                posted ->
                        new TravellerCommand.SecondProposal(
                                id,
                                no,
                                proposal.number(),
                                posted.value("reason"),
                                Optional.of(posted.value("onAnswers"))
                                        .filter(text -> !text.isEmpty())));
    }

    private Map<String, String> wrong(SubmittedForm posted, TravellerState.Proposal proposal) {
        var wrong = new LinkedHashMap<>(notOwnWords(posted.value("reason"), proposal));
        if (hasAnswers(proposal) && posted.value("onAnswers").isEmpty()) {
            wrong.put("onAnswers", words.say("wrong.empty"));
        }
        return wrong;
    }

    /** What is wrong with a second officer's reason, by its field; empty if it is their own. */
    private Map<String, String> notOwnWords(String reason, TravellerState.Proposal proposal) {
        if (OwnWords.isEmpty(reason)) {
            return Map.of("reason", words.say("wrong.empty"));
        }
        return switch (OwnWords.of(reason, proposal.reason())) {
            case OWN -> Map.of();
            case SHORT -> Map.of("reason", words.say("wrong.reason-short"));
            case COPIED -> Map.of("reason", words.say("wrong.reason-copied"));
        };
    }

    /** What it would change, and its basis, as the officer wrote it. */
    public List<String> details(TwoOfficerAct act) {
        return switch (act) {
            case TwoOfficerAct.Refuse _ -> List.of();
            case TwoOfficerAct.SetAside(var ground) ->
                    List.of(words.say("act.ground", terms.setAsideGround(ground)));
            case TwoOfficerAct.PlaceHold hold -> {
                var told = new ArrayList<String>();
                told.add(words.say("act.ground", ground(hold.ground())));
                told.add(words.say("act.evidence", hold.evidence()));
                hold.whatIsNew().ifPresent(text -> told.add(words.say("act.new", text)));
                told.add(words.say("act.limit", words.day(hold.limit())));
                yield told;
            }
            case TwoOfficerAct.ExtendHold(var number, var evidence, var limit) ->
                    List.of(
                            words.say("case.hold", number),
                            words.say("act.evidence", evidence),
                            words.say("act.limit", words.day(limit)));
            case TwoOfficerAct.Revoke(var ground, var evidence) ->
                    List.of(
                            words.say("act.ground", ground(ground)),
                            words.say("act.evidence", evidence));
            case TwoOfficerAct.CorrectFact(var fact, var value, var evidence) ->
                    List.of(
                            words.say("act.becomes", terms.said(fact, value)),
                            words.say("act.evidence", evidence));
        };
    }

    String ground(HoldGround ground) {
        return switch (ground) {
            case HoldGround.IdentityNotEstablished _ -> words.say("action.ground.identity");
            case HoldGround.FactContested(var fact) ->
                    words.say("action.ground.contested") + ": " + terms.fact(fact);
            case HoldGround.CourtOrder order ->
                    words.say("act.court", order.number(), words.day(order.expires()));
        };
    }
}
