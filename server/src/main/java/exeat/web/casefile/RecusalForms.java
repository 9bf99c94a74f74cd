package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;

import exeat.web.kit.FormBuilder;
import exeat.web.kit.Posted;
import exeat.web.kit.Words;

import exeat.casework.command.Command;
import exeat.casework.state.Keeping.Tie;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.state.TravellerState;
import exeat.web.component.form.Option;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An officer stands aside, because they say so or because the traveller asks for it. */
public final class RecusalForms {

    private final CaseId id;
    private final TravellerNo no;
    private final Words words;

    public RecusalForms(CaseId id, TravellerNo no, Words words) {
        this.id = id;
        this.no = no;
        this.words = words;
    }

    Deed declare(OfficerId officer) {
        return new Deed(
                "recuse",
                "",
                words.say("recuse.title"),
                List.of(words.say("recuse.what")),
                false,
                form -> {
                    ties(form);
                    form.area("words", words.say("recuse.words"), "");
                },
                this::wrong,
                posted -> new TravellerCommand.Recuse(id, no, officer, tie(posted), posted.one("words")));
    }

    /** Of the officers who acted on the traveller; empty while none did. */
    public Optional<Deed> ask(TravellerState state) {
        var officers =
                state.officers().stream()
                        .map(officer -> Option.of(officer.text(), officer.text(), ""));
        var options = officers.toList();
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Deed(
                                "ask-recusal",
                                "",
                                words.say("ask-recusal.title"),
                                List.of(words.say("ask-recusal.what")),
                                false,
                                form -> {
                                    form.radios(
                                            "officer", words.say("ask-recusal.who"), "", options);
                                    ties(form);
                                    form.area("words", words.say("ask-recusal.words"), "");
                                },
                                posted -> {
                                    var wrong = new LinkedHashMap<String, String>();
                                    if (options.stream()
                                            .noneMatch(
                                                    o -> o.value().equals(posted.one("officer")))) {
                                        wrong.put("officer", words.say("wrong.choose"));
                                    }
                                    wrong.putAll(wrong(posted));
                                    return wrong;
                                },
                                posted ->
                                        new TravellerCommand.Recuse(
                                                id,
                                                no,
                                                new OfficerId(posted.one("officer")),
                                                tie(posted),
                                                posted.one("words"))));
    }

    private void ties(FormBuilder form) {
        form.radios(
                "tie",
                words.say("recuse.tie"),
                "",
                Arrays.stream(Tie.values())
                        .map(tie -> Option.of(word(tie), words.say("tie." + tie), ""))
                        .toList());
    }

    private Map<String, String> wrong(Posted posted) {
        var wrong = new LinkedHashMap<String, String>();
        if (Arrays.stream(Tie.values()).noneMatch(tie -> word(tie).equals(posted.one("tie")))) {
            wrong.put("tie", words.say("wrong.choose"));
        }
        if (posted.one("words").isEmpty()) {
            wrong.put("words", words.say("wrong.empty"));
        }
        return wrong;
    }

    private static Tie tie(Posted posted) {
        return Arrays.stream(Tie.values())
                .filter(tie -> word(tie).equals(posted.one("tie")))
                .findFirst()
                .orElse(Tie.OTHER);
    }

    private static String word(Tie tie) {
        return tie.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
