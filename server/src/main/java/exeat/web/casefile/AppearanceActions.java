package exeat.web.casefile;

import exeat.casework.appearance.AppearanceRules;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Clearance;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.appearance.Appearance;
import exeat.casework.value.appearance.AppearanceKind;
import exeat.casework.value.appearance.AppearancePurpose;
import exeat.casework.value.appearance.AppearanceRequest;
import exeat.casework.value.appearance.Appearances;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredWord;
import exeat.web.casefile.view.AppearanceTexts;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Appearances: an office asks for them, moves, cancels and records them; the person moves them. */
public final class AppearanceActions {

    private static final String AT = "at";

    private final CaseId id;
    private final TravellerNo no;
    private final PackTexts terms;
    private final PageTexts words;
    private final AppearanceTexts texts;

    public AppearanceActions(CaseId id, TravellerNo no, PackTexts terms, PageTexts words) {
        this.id = id;
        this.no = no;
        this.terms = terms;
        this.words = words;
        this.texts = new AppearanceTexts(terms, words);
    }

    /** For the unit that has the file: no further one is offered than the directive allows. */
    List<CaseAction> ofHolder(TravellerState state, AuthorityId unit) {
        var asked = state.appearances().orElse(Appearances.NONE);
        int allowed = AppearanceRules.allowed(state);
        var actions = new ArrayList<CaseAction>();
        if (AppearanceRules.isAskable(state.stage()) && asked.counted() < allowed) {
            var count = Optional.of(texts.count(asked.counted(), allowed));
            actions.add(ask(AppearanceRules.places(unit, state.openClearances(), unit), count));
        }
        asked.all().forEach(one -> actions.addAll(on(one)));
        return actions;
    }

    /** For a unit with a clearance, which is not told what the directive allows this person. */
    List<CaseAction> ofUnit(
            AuthorityId unit,
            AuthorityId holder,
            List<Clearance> clearances,
            List<Appearance> asked) {
        var actions = new ArrayList<CaseAction>();
        if (clearances.stream().anyMatch(clearance -> clearance.unit().equals(unit))) {
            actions.add(ask(AppearanceRules.places(holder, clearances, unit), Optional.empty()));
        }
        asked.stream()
                .filter(one -> one.unit().equals(unit))
                .forEach(one -> actions.addAll(on(one)));
        return actions;
    }

    private List<CaseAction> on(Appearance one) {
        var actions = new ArrayList<CaseAction>();
        if (one.isMovable() && one.wish().isPresent()) {
            actions.add(move(one));
        }
        if (one.isOpen()) {
            actions.add(cancel(one));
            actions.add(record(one));
        }
        return actions;
    }

    private CaseAction ask(java.util.Collection<AuthorityId> places, Optional<String> count) {
        var told = new ArrayList<>(CaseActionKind.ASK_TO_APPEAR.told(words));
        count.ifPresent(told::add);
        var options =
                places.stream()
                        .map(unit -> ChoiceOption.of(unit.text(), terms.unit(unit), ""))
                        .toList();
        return new CaseAction(
                CaseActionKind.ASK_TO_APPEAR,
                "",
                CaseActionKind.ASK_TO_APPEAR.title(words),
                told,
                form -> {
                    form.radios(
                            "kind",
                            words.say("appearance.kind"),
                            "",
                            options("kind", AppearanceKind.values()));
                    form.radios(
                            "purpose",
                            words.say("appearance.purpose"),
                            "",
                            options("purpose", AppearancePurpose.values()));
                    form.area(
                            "words",
                            words.say("appearance.words"),
                            words.say("appearance.words.hint"));
                    form.radios("place", words.say("appearance.place"), "", options);
                    time(form);
                },
                posted -> wrong(posted, places),
                posted ->
                        new AppearanceCommand.AskToAppear(
                                id, no, request(posted), at(posted).orElseThrow()));
    }

    private <E extends Enum<E> & StoredWord> List<ChoiceOption> options(String of, E[] values) {
        return Arrays.stream(values)
                .map(one ->
                        ChoiceOption.of(
                                one.stored(),
                                words.say("appearance." + of + "." + one.stored()),
                                ""))
                .toList();
    }

    private void time(FormBuilder form) {
        form.date("on", words.say("appearance.on"), words.say("appearance.on.hint"));
        form.text(AT, words.say("appearance.at"), words.say("appearance.at.hint"));
    }

    private Map<String, String> wrong(
            SubmittedForm posted, java.util.Collection<AuthorityId> places) {
        var wrong = new LinkedHashMap<String, String>();
        if (read(AppearanceKind.values(), posted.value("kind")).isEmpty()) {
            wrong.put("kind", words.say("wrong.choose"));
        }
        if (read(AppearancePurpose.values(), posted.value("purpose")).isEmpty()) {
            wrong.put("purpose", words.say("wrong.choose"));
        }
        if (posted.value("words").isEmpty()) {
            wrong.put("words", words.say("wrong.empty"));
        }
        if (places.stream().noneMatch(unit -> unit.text().equals(posted.value("place")))) {
            wrong.put("place", words.say("wrong.choose"));
        }
        wrong.putAll(wrongTime(posted));
        return wrong;
    }

    private Map<String, String> wrongTime(SubmittedForm posted) {
        var wrong = new LinkedHashMap<String, String>();
        if (posted.date("on").isEmpty()) {
            wrong.put("on", words.say("wrong.date"));
        }
        if (clock(posted).isEmpty()) {
            wrong.put(AT, words.say("appearance.at.wrong"));
        }
        return wrong;
    }

    private static AppearanceRequest request(SubmittedForm posted) {
        return new AppearanceRequest(
                read(AppearanceKind.values(), posted.value("kind")).orElseThrow(),
                read(AppearancePurpose.values(), posted.value("purpose")).orElseThrow(),
                posted.value("words"),
                new AuthorityId(posted.value("place")));
    }

    private static <E extends StoredWord> Optional<E> read(E[] values, String word) {
        return Arrays.stream(values).filter(one -> one.stored().equals(word)).findFirst();
    }

    private Optional<Instant> at(SubmittedForm posted) {
        var zone = terms.directive().vocabulary().zone();
        return posted.date("on")
                .flatMap(day -> clock(posted).map(time -> day.atTime(time).atZone(zone)))
                .map(time -> time.toInstant());
    }

    /** Hours and minutes, also with the colon that Chinese and Korean keyboards write. */
    private static Optional<LocalTime> clock(SubmittedForm posted) {
        var typed = posted.value(AT).strip().replace('：', ':');
        try {
            return Optional.of(LocalTime.parse(typed.length() == 4 ? "0" + typed : typed));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    private CaseAction move(Appearance one) {
        var told = new ArrayList<>(CaseActionKind.MOVE_APPEARANCE.told(words));
        told.addAll(texts.of(one));
        return new CaseAction(
                CaseActionKind.MOVE_APPEARANCE,
                Integer.toString(one.number()),
                words.say("action.move-appearance", texts.when(one)),
                told,
                this::time,
                this::wrongTime,
                posted ->
                        new AppearanceCommand.MoveAppearance(
                                id, no, one.number(), at(posted).orElseThrow()));
    }

    private CaseAction cancel(Appearance one) {
        return new CaseAction(
                CaseActionKind.CANCEL_APPEARANCE,
                Integer.toString(one.number()),
                words.say("action.cancel-appearance", texts.when(one)),
                CaseActionKind.CANCEL_APPEARANCE.told(words),
                form -> form.area("words", words.say("action.cancel-appearance.words"), ""),
                this::wordless,
                posted ->
                        new AppearanceCommand.CancelAppearance(
                                id, no, one.number(), posted.value("words")));
    }

    private Map<String, String> wordless(SubmittedForm posted) {
        return posted.value("words").isEmpty()
                ? Map.of("words", words.say("wrong.empty"))
                : Map.of();
    }

    private CaseAction record(Appearance one) {
        var ends = new LinkedHashMap<String, String>();
        ends.put("yes", words.say("appearance.end.kept"));
        if (one.isMissable()) {
            ends.put("no", words.say("appearance.end.missed"));
        }
        return new CaseAction(
                CaseActionKind.RECORD_APPEARANCE,
                Integer.toString(one.number()),
                words.say("action.record-appearance", texts.when(one)),
                CaseActionKind.RECORD_APPEARANCE.told(words),
                form ->
                        form.radios(
                                "kept",
                                words.say("action.record-appearance.kept"),
                                "",
                                ends.entrySet().stream()
                                        .map(end ->
                                                ChoiceOption.of(end.getKey(), end.getValue(), ""))
                                        .toList()),
                posted ->
                        ends.containsKey(posted.value("kept"))
                                ? Map.of()
                                : Map.of("kept", words.say("wrong.choose")),
                posted ->
                        new AppearanceCommand.RecordAppearance(
                                id, no, one.number(), posted.value("kept").equals("yes")));
    }

    /** For the person: of what is to come, what they missed, and where they came in vain. */
    public List<CaseAction> own(TravellerState state) {
        return state.appearances().orElse(Appearances.NONE).all().stream()
                .filter(one -> one.isMovable() && one.wish().isEmpty())
                .map(one ->
                        new CaseAction(
                                CaseActionKind.ANOTHER_TIME,
                                Integer.toString(one.number()),
                                words.say("another-time.title", texts.when(one)),
                                CaseActionKind.ANOTHER_TIME.told(words),
                                form -> form.area("words", words.say("another-time.words"), ""),
                                this::wordless,
                                posted ->
                                        new TravellerCommand.AskForAnotherTime(
                                                id, no, one.number(), posted.value("words"))))
                .toList();
    }
}
