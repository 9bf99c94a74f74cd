package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;

import exeat.web.kit.FormBuilder;
import exeat.web.kit.Posted;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.casework.value.Act;
import exeat.casework.command.Command;
import exeat.casework.value.HoldGround;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.state.TravellerState;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding;
import exeat.web.component.form.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms that stop somebody for a time: each a proposal that a second officer must agree to. */
final class HoldForms {

    private final CaseId id;
    private final TravellerNo no;
    private final Terms terms;
    private final Words words;

    HoldForms(CaseId id, TravellerNo no, Terms terms, Words words) {
        this.id = id;
        this.no = no;
        this.terms = terms;
        this.words = words;
    }

    Deed place(String name, String target, TravellerState state) {
        return hold(name, target, words.say("deed.hold"), used(state), Optional.empty());
    }

    /** Answers a clearance with a hold; a unit that does not hold the file sees no facts. */
    Deed placeFor(String clearance, String title) {
        return hold("hold-clearance", clearance, title, List.of(), Optional.of(clearance));
    }

    private Deed hold(
            String name,
            String target,
            String title,
            List<Option> facts,
            Optional<String> clearance) {
        return new Deed(
                name,
                target,
                title,
                List.of(words.say("deed.hold.told"), words.say("deed.propose.told")),
                true,
                form -> {
                    ground(form, facts);
                    form.text("new", words.say("deed.new"), words.say("deed.new.hint"));
                    form.date("limit", words.say("deed.limit"), words.say("deed.limit.hint"))
                            .area(
                                    "reason",
                                    words.say("deed.reason"),
                                    words.say("deed.reason.hint"));
                },
                posted -> wrong(posted, true),
                posted ->
                        new TravellerCommand.Propose(
                                id,
                                no,
                                new Act.PlaceHold(
                                        read(posted),
                                        posted.one("evidence"),
                                        posted.date("limit").orElseThrow(),
                                        clearance,
                                        Optional.of(posted.one("new"))
                                                .filter(text -> !text.isEmpty())),
                                posted.one("reason")));
    }

    Deed revoke(TravellerState state) {
        var facts = used(state);
        return new Deed(
                "revoke",
                "",
                words.say("deed.revoke"),
                List.of(words.say("deed.revoke.told"), words.say("deed.propose.told")),
                true,
                form -> {
                    ground(form, facts);
                    form.area("reason", words.say("deed.reason"), words.say("deed.reason.hint"));
                },
                posted -> wrong(posted, false),
                posted ->
                        new TravellerCommand.Propose(
                                id,
                                no,
                                new Act.Revoke(read(posted), posted.one("evidence")),
                                posted.one("reason")));
    }

    Deed extend(int hold) {
        return new Deed(
                "extend",
                Integer.toString(hold),
                words.say("deed.extend", hold),
                List.of(words.say("deed.propose.told")),
                true,
                form ->
                        form.text("evidence", words.say("deed.evidence"), "")
                                .date(
                                        "limit",
                                        words.say("deed.limit"),
                                        words.say("deed.limit.hint"))
                                .area(
                                        "reason",
                                        words.say("deed.reason"),
                                        words.say("deed.reason.hint")),
                posted -> {
                    var wrong = new LinkedHashMap<String, String>();
                    missing(wrong, posted, "evidence");
                    limit(wrong, posted);
                    missing(wrong, posted, "reason");
                    return wrong;
                },
                posted ->
                        new TravellerCommand.Propose(
                                id,
                                no,
                                new Act.ExtendHold(
                                        hold,
                                        posted.one("evidence"),
                                        posted.date("limit").orElseThrow()),
                                posted.one("reason")));
    }

    private void ground(FormBuilder form, List<Option> facts) {
        var grounds = new ArrayList<Option>();
        grounds.add(Option.of("identity", words.say("deed.ground.identity"), ""));
        if (!facts.isEmpty()) {
            grounds.add(Option.of("contested", words.say("deed.ground.contested"), ""));
        }
        grounds.add(Option.of("court", words.say("deed.ground.court"), ""));
        form.radios("ground", words.say("deed.ground"), words.say("deed.ground.hint"), grounds);
        if (!facts.isEmpty()) {
            form.select("fact", words.say("deed.ground.fact"), "", facts);
        }
        form.text("order", words.say("deed.ground.order"), "")
                .date("expires", words.say("deed.ground.expires"), "")
                .checks(
                        "served",
                        words.say("deed.ground.copy"),
                        "",
                        List.of(Option.of("yes", words.say("deed.ground.served"), "")))
                .text("evidence", words.say("deed.evidence"), "");
    }

    private List<Option> used(TravellerState state) {
        return state.finding().map(Finding::facts).stream()
                .flatMap(facts -> facts.values().keySet().stream())
                .flatMap(name -> terms.directive().vocabulary().definition(name).stream())
                .map(fact -> Option.of(fact.name().text(), terms.label(fact), ""))
                .toList();
    }

    private static HoldGround read(Posted posted) {
        return switch (posted.one("ground")) {
            case "contested" -> new HoldGround.FactContested(new FactName(posted.one("fact")));
            case "court" ->
                    new HoldGround.CourtOrder(
                            posted.one("order"),
                            posted.date("expires").orElseThrow(),
                            posted.one("served").equals("yes"));
            default -> new HoldGround.IdentityNotEstablished();
        };
    }

    private Map<String, String> wrong(Posted posted, boolean limited) {
        var wrong = new LinkedHashMap<String, String>();
        if (posted.oneOf("ground", List.of("identity", "contested", "court")).isEmpty()) {
            wrong.put("ground", words.say("wrong.choose"));
        }
        if (posted.one("ground").equals("contested") && posted.one("fact").isEmpty()) {
            wrong.put("fact", words.say("wrong.choose"));
        }
        if (posted.one("ground").equals("court")) {
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

    private void limit(Map<String, String> wrong, Posted posted) {
        if (posted.date("limit").isEmpty()) {
            wrong.put("limit", words.say("wrong.date"));
        }
    }

    private void missing(Map<String, String> wrong, Posted posted, String field) {
        if (posted.one(field).isEmpty()) {
            wrong.put(field, words.say("wrong.empty"));
        }
    }
}
