package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;
import exeat.casework.state.TravellerState;
import exeat.casework.value.HoldGround;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding;
import exeat.web.casefile.view.HearingTexts;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Forms for what works against somebody: each makes a proposal that needs a second officer. */
final class HoldActions {

    private final CaseId id;
    private final TravellerNo no;
    private final PackTexts terms;
    private final PageTexts words;

    HoldActions(CaseId id, TravellerNo no, PackTexts terms, PageTexts words) {
        this.id = id;
        this.no = no;
        this.terms = terms;
        this.words = words;
    }

    CaseAction place(TravellerState state) {
        var kind = CaseActionKind.HOLD;
        return hold(kind, "", kind.title(words), used(state), Optional.empty());
    }

    /** Answers a clearance with a hold. A unit that does not handle the case sees no facts. */
    CaseAction placeFor(String clearance) {
        var kind = CaseActionKind.HOLD_CLEARANCE;
        var title = kind.title(words, terms.clearance(clearance));
        return hold(kind, clearance, title, List.of(), Optional.of(clearance));
    }

    private CaseAction hold(
            CaseActionKind kind,
            String target,
            String title,
            List<ChoiceOption> facts,
            Optional<String> clearance) {
        return new CaseAction(
                kind,
                target,
                title,
                kind.told(words),
                form -> {
                    ground(form, facts);
                    form.text("new", words.say("action.new"), words.say("action.new.hint"));
                    form.date("limit", words.say("action.limit"), words.say("action.limit.hint"))
                            .area(
                                    "reason",
                                    words.say("action.reason"),
                                    words.say("action.reason.hint"));
                },
                posted -> wrong(posted, true),
                posted ->
                        new TravellerCommand.ProposeAct(
                                id,
                                no,
                                new TwoOfficerAct.PlaceHold(
                                        read(posted),
                                        posted.value("evidence"),
                                        posted.date("limit").orElseThrow(),
                                        clearance,
                                        Optional.of(posted.value("new"))
                                                .filter(text -> !text.isEmpty())),
                                posted.value("reason")));
    }

    CaseAction refuse() {
        return weighing(
                CaseActionKind.REFUSE, _ -> {}, _ -> Map.of(), _ -> new TwoOfficerAct.Refuse());
    }

    CaseAction setAside(List<String> grounds) {
        return weighing(
                CaseActionKind.SET_ASIDE,
                form ->
                        form.radios(
                                "ground",
                                words.say("action.ground"),
                                "",
                                grounds.stream()
                                        .map(g -> ChoiceOption.of(g, terms.setAsideGround(g), ""))
                                        .toList()),
                posted ->
                        posted.oneOf("ground", grounds).isPresent()
                                ? Map.of()
                                : Map.of("ground", words.say("wrong.choose")),
                posted -> new TwoOfficerAct.SetAside(posted.value("ground")));
    }

    /** An action with a reason and a text about each point that the directive wants weighed. */
    private CaseAction weighing(
            CaseActionKind kind,
            Consumer<FormBuilder> about,
            Function<SubmittedForm, Map<String, String>> wrong,
            Function<SubmittedForm, TwoOfficerAct> act) {
        var weigh = new HearingTexts(terms, words);
        return new CaseAction(
                kind,
                "",
                kind.title(words),
                kind.told(words),
                form -> {
                    about.accept(form);
                    form.area(
                            "reason", words.say("action.reason"), words.say("action.reason.hint"));
                    weigh.ask(form);
                },
                posted -> {
                    var all = new LinkedHashMap<>(wrong.apply(posted));
                    missing(all, posted, "reason");
                    all.putAll(weigh.missing(posted));
                    return all;
                },
                posted ->
                        new TravellerCommand.ProposeAct(
                                id,
                                no,
                                act.apply(posted),
                                posted.value("reason"),
                                weigh.read(posted)));
    }

    CaseAction revoke(TravellerState state) {
        var facts = used(state);
        return weighing(
                CaseActionKind.REVOKE,
                form -> ground(form, facts),
                posted -> wrong(posted, false),
                posted -> new TwoOfficerAct.Revoke(read(posted), posted.value("evidence")));
    }

    CaseAction extend(int hold) {
        return new CaseAction(
                CaseActionKind.EXTEND,
                Integer.toString(hold),
                CaseActionKind.EXTEND.title(words, hold),
                CaseActionKind.EXTEND.told(words),
                form ->
                        form.text("evidence", words.say("action.evidence"), "")
                                .date(
                                        "limit",
                                        words.say("action.limit"),
                                        words.say("action.limit.hint"))
                                .area(
                                        "reason",
                                        words.say("action.reason"),
                                        words.say("action.reason.hint")),
                posted -> {
                    var wrong = new LinkedHashMap<String, String>();
                    missing(wrong, posted, "evidence");
                    limit(wrong, posted);
                    missing(wrong, posted, "reason");
                    return wrong;
                },
                posted ->
                        new TravellerCommand.ProposeAct(
                                id,
                                no,
                                new TwoOfficerAct.ExtendHold(
                                        hold,
                                        posted.value("evidence"),
                                        posted.date("limit").orElseThrow()),
                                posted.value("reason")));
    }

    private void ground(FormBuilder form, List<ChoiceOption> facts) {
        var grounds = new ArrayList<ChoiceOption>();
        grounds.add(ChoiceOption.of("identity", words.say("action.ground.identity"), ""));
        if (!facts.isEmpty()) {
            grounds.add(ChoiceOption.of("contested", words.say("action.ground.contested"), ""));
        }
        grounds.add(ChoiceOption.of("court", words.say("action.ground.court"), ""));
        form.radios("ground", words.say("action.ground"), words.say("action.ground.hint"), grounds);
        if (!facts.isEmpty()) {
            form.select("fact", words.say("action.ground.fact"), "", facts);
        }
        form.text("order", words.say("action.ground.order"), "")
                .date("expires", words.say("action.ground.expires"), "")
                .checks(
                        "served",
                        words.say("action.ground.copy"),
                        "",
                        List.of(ChoiceOption.of("yes", words.say("action.ground.served"), "")))
                .text("evidence", words.say("action.evidence"), "");
    }

    private List<ChoiceOption> used(TravellerState state) {
        return state.finding().map(Finding::facts).stream()
                .flatMap(facts -> facts.values().keySet().stream())
                .flatMap(name -> terms.directive().vocabulary().definition(name).stream())
                .map(fact -> ChoiceOption.of(fact.name().text(), terms.label(fact), ""))
                .toList();
    }

    private static HoldGround read(SubmittedForm posted) {
        return switch (posted.value("ground")) {
            case "contested" -> new HoldGround.FactContested(new FactName(posted.value("fact")));
            case "court" ->
                    new HoldGround.CourtOrder(
                            posted.value("order"),
                            posted.date("expires").orElseThrow(),
                            posted.value("served").equals("yes"));
            default -> new HoldGround.IdentityNotEstablished();
        };
    }

    private Map<String, String> wrong(SubmittedForm posted, boolean limited) {
        var wrong = new LinkedHashMap<String, String>();
        if (posted.oneOf("ground", List.of("identity", "contested", "court")).isEmpty()) {
            wrong.put("ground", words.say("wrong.choose"));
        }
        if (posted.value("ground").equals("contested") && posted.value("fact").isEmpty()) {
            wrong.put("fact", words.say("wrong.choose"));
        }
        if (posted.value("ground").equals("court")) {
            missing(wrong, posted, "order");
            if (posted.date("expires").isEmpty()) {
                wrong.put("expires", words.say("wrong.date"));
            }
        }
        missing(wrong, posted, "evidence");
        if (limited) {
            limit(wrong, posted);
        }
        missing(wrong, posted, "reason");
        return wrong;
    }

    private void limit(Map<String, String> wrong, SubmittedForm posted) {
        if (posted.date("limit").isEmpty()) {
            wrong.put("limit", words.say("wrong.date"));
        }
    }

    private void missing(Map<String, String> wrong, SubmittedForm posted, String field) {
        if (posted.value(field).isEmpty()) {
            wrong.put(field, words.say("wrong.empty"));
        }
    }
}
