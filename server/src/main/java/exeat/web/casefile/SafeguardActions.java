package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId.CaseId;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an officer records to protect a minor. */
final class SafeguardActions {

    private final CaseId id;
    private final TravellerState state;
    private final PageTexts words;

    SafeguardActions(CaseId id, TravellerState state, PageTexts words) {
        this.id = id;
        this.state = state;
        this.words = words;
    }

    List<CaseAction> all() {
        var deeds = new ArrayList<CaseAction>();
        // Only a minor's application names who has parental responsibility.
        if (state.traveller().guardians().isEmpty()
                || StageTransitions.ENDS.contains(state.stage())) {
            return deeds;
        }
        var guardians = state.traveller().guardians();
        for (int i = 0; i < guardians.size(); i++) {
            int index = i;
            if (guardians.get(i).party().isEmpty() && !consented(index)) {
                deeds.add(
                        recorded(
                                "consent-" + i,
                                words.say("action.consent", guardians.get(i).name()),
                                text -> new Safeguard.Consent(index, text)));
            }
        }
        if (missing(Safeguard.Court.class)) {
            deeds.add(recorded("court", words.say("action.court"), Safeguard.Court::new));
        }
        if (missing(Safeguard.Heard.class)) {
            deeds.add(recorded("heard", words.say("action.heard"), Safeguard.Heard::new));
        }
        if (missing(Safeguard.GuardianNamed.class)) {
            deeds.add(guardianNamed());
        }
        if (missing(Safeguard.BestInterests.class)) {
            deeds.add(
                    recorded(
                            "interests",
                            words.say("action.interests"),
                            Safeguard.BestInterests::new));
        }
        return deeds;
    }

    private boolean consented(int guardian) {
        return state.safeguards().stream()
                .anyMatch(s -> s instanceof Safeguard.Consent(int g, _) && g == guardian);
    }

    private boolean missing(Class<? extends Safeguard> kind) {
        return state.safeguards().stream().noneMatch(kind::isInstance);
    }

    private CaseAction recorded(String target, String title, Function<String, Safeguard> make) {
        return new CaseAction(
                CaseActionKind.SAFEGUARD,
                target,
                title,
                CaseActionKind.SAFEGUARD.told(words),
                form -> form.text("evidence", words.say("action.evidence"), ""),
                posted ->
                        posted.value("evidence").isEmpty()
                                ? Map.of("evidence", words.say("wrong.empty"))
                                : Map.of(),
                posted ->
                        new TravellerCommand.MeetSafeguard(
                                id, state.no(), make.apply(posted.value("evidence"))));
    }

    private CaseAction guardianNamed() {
        return new CaseAction(
                CaseActionKind.SAFEGUARD,
                "guardian",
                words.say("action.guardian"),
                CaseActionKind.SAFEGUARD.told(words),
                form ->
                        form.text("name", words.say("action.guardian.name"), "")
                                .text("evidence", words.say("action.evidence"), ""),
                posted -> {
                    var wrong = new LinkedHashMap<String, String>();
                    for (var field : List.of("name", "evidence")) {
                        if (posted.value(field).isEmpty()) {
                            wrong.put(field, words.say("wrong.empty"));
                        }
                    }
                    return wrong;
                },
                posted ->
                        new TravellerCommand.MeetSafeguard(
                                id,
                                state.no(),
                                new Safeguard.GuardianNamed(
                                        posted.value("name"), posted.value("evidence"))));
    }
}
