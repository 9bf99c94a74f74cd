package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;
import exeat.casework.state.CaseHandling.ConflictOfInterest;
import exeat.casework.state.TravellerState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An officer steps aside, by their own decision or because the traveller asks for it. */
public final class RecusalActions {

    private final CaseId id;
    private final TravellerNo no;
    private final PageTexts words;

    public RecusalActions(CaseId id, TravellerNo no, PageTexts words) {
        this.id = id;
        this.no = no;
        this.words = words;
    }

    CaseAction declare(OfficerId officer) {
        return new CaseAction(
                CaseActionKind.RECUSE,
                "",
                CaseActionKind.RECUSE.title(words),
                CaseActionKind.RECUSE.told(words),
                form -> {
                    ties(form);
                    form.area("words", words.say("recuse.words"), "");
                },
                this::wrong,
                posted ->
                        new TravellerCommand.Recuse(
                                id, no, officer, tie(posted), posted.value("words")));
    }

    /** A choice among the officers who acted on the traveller; empty if none did. */
    public Optional<CaseAction> ask(TravellerState state) {
        var officers =
                state.officers().stream()
                        .map(officer -> ChoiceOption.of(officer.text(), officer.text(), ""));
        var options = officers.toList();
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CaseAction(
                                CaseActionKind.ASK_RECUSAL,
                                "",
                                CaseActionKind.ASK_RECUSAL.title(words),
                                CaseActionKind.ASK_RECUSAL.told(words),
                                form -> {
                                    form.radios(
                                            "officer", words.say("ask-recusal.who"), "", options);
                                    ties(form);
                                    form.area("words", words.say("ask-recusal.words"), "");
                                },
                                posted -> {
                                    var wrong = new LinkedHashMap<String, String>();
                                    if (options.stream()
                                            .noneMatch(o ->
                                                    o.value().equals(posted.value("officer")))) {
                                        wrong.put("officer", words.say("wrong.choose"));
                                    }
                                    wrong.putAll(wrong(posted));
                                    return wrong;
                                },
                                posted ->
                                        new TravellerCommand.Recuse(
                                                id,
                                                no,
                                                new OfficerId(posted.value("officer")),
                                                tie(posted),
                                                posted.value("words"))));
    }

    private void ties(FormBuilder form) {
        form.radios(
                "tie",
                words.say("recuse.tie"),
                "",
                Arrays.stream(ConflictOfInterest.values())
                        .map(tie -> ChoiceOption.of(word(tie), words.say("tie." + tie), ""))
                        .toList());
    }

    private Map<String, String> wrong(SubmittedForm posted) {
        var wrong = new LinkedHashMap<String, String>();
        if (Arrays.stream(ConflictOfInterest.values())
                .noneMatch(tie -> word(tie).equals(posted.value("tie")))) {
            wrong.put("tie", words.say("wrong.choose"));
        }
        if (posted.value("words").isEmpty()) {
            wrong.put("words", words.say("wrong.empty"));
        }
        return wrong;
    }

    private static ConflictOfInterest tie(SubmittedForm posted) {
        return Arrays.stream(ConflictOfInterest.values())
                .filter(tie -> word(tie).equals(posted.value("tie")))
                .findFirst()
                .orElse(ConflictOfInterest.OTHER);
    }

    private static String word(ConflictOfInterest tie) {
        return tie.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
