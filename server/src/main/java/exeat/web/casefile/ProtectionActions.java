package exeat.web.casefile;

import exeat.casework.access.Disclosure;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Actions on protection: by the person, for somebody else, and by the officer who hears them. */
public record ProtectionActions(CaseId id, TravellerNo no, PageTexts words) {

    private static final String UNIT = "unit ";
    private static final String TRAVELLER = "traveller ";

    /**
     * The person's own actions: to claim, and during a claim to end it or lift the block for one
     * recipient.
     */
    public List<CaseAction> own(TravellerState state, PackTexts terms, Instant now) {
        var actions = new ArrayList<CaseAction>();
        boolean claimed = state.protectionClaimed();
        state.askedInPerson().forEach(asked -> actions.add(object(asked)));
        state.undoable(now).forEach(done -> actions.add(disown(done)));
        if (!claimed || !state.protection().map(Protection::own).orElse(true)) {
            actions.add(
                    CaseAction.plain(
                            CaseActionKind.PROTECT,
                            "",
                            CaseActionKind.PROTECT.title(words),
                            CaseActionKind.PROTECT.told(words),
                            new TravellerCommand.ClaimProtection(id, no)));
        }
        if (claimed) {
            admit(state, terms).ifPresent(actions::add);
            actions.add(
                    CaseAction.plain(
                            CaseActionKind.END_PROTECTION,
                            "",
                            CaseActionKind.END_PROTECTION.title(words),
                            CaseActionKind.END_PROTECTION.told(words),
                            new TravellerCommand.EndProtectionClaim(id, no)));
        }
        return actions;
    }

    /** It was not they who stood before an officer: what was asked does not happen. */
    private CaseAction object(InPersonRequest asked) {
        return CaseAction.plain(
                CaseActionKind.OBJECT_IN_PERSON,
                // Two can be asked for at once if one of them undoes something.
                asked.against().isPresent() ? Integer.toString(asked.number()) : "",
                CaseActionKind.OBJECT_IN_PERSON.title(words),
                CaseActionKind.OBJECT_IN_PERSON.told(words),
                new TravellerCommand.StopInPerson(id, no, asked.number(), ""));
    }

    /** Nor was it they before whom two officers agreed: it is undone. */
    private CaseAction disown(DoneInPerson done) {
        return CaseAction.plain(
                CaseActionKind.DISOWN,
                Integer.toString(done.request()),
                words.say(done.isWithdrawal() ? "disown.withdrawal" : "disown.claim"),
                CaseActionKind.DISOWN.told(words),
                new TravellerCommand.Disown(id, no, done.request()));
    }

    /** A claim by anybody else, with a statement. */
    public CaseAction forAnother(String title, List<String> told) {
        return new CaseAction(
                CaseActionKind.PROTECT,
                "",
                title,
                told,
                form ->
                        form.area(
                                "words",
                                words.say("protection.words"),
                                words.say("protection.words.hint")),
                posted -> missing(posted, "words"),
                posted -> new TravellerCommand.ClaimForAnother(id, no, posted.value("words")));
    }

    private Optional<CaseAction> admit(TravellerState state, PackTexts terms) {
        var options = new ArrayList<ChoiceOption>();
        options.add(ChoiceOption.of("", words.say("ask.choose"), " "));
        for (var guardian : state.traveller().guardians()) {
            guardian.party()
                    .map(Admission.ToTraveller::new)
                    .filter(to -> !state.isAdmitted(to))
                    .ifPresent(to ->
                            options.add(
                                    ChoiceOption.of(
                                            TRAVELLER + to.no().number(), guardian.name(), " ")));
        }
        units(state, terms).stream()
                .filter(unit -> !state.isAdmitted(new Admission.ToUnit(unit)))
                .forEach(unit ->
                        options.add(ChoiceOption.of(UNIT + unit.text(), terms.unit(unit), " ")));
        var allowed = options.stream().map(ChoiceOption::value).filter(v -> !v.isEmpty()).toList();
        return allowed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CaseAction(
                                CaseActionKind.ADMIT,
                                "",
                                CaseActionKind.ADMIT.title(words),
                                CaseActionKind.ADMIT.told(words),
                                form -> form.select("to", words.say("admit.to"), "", options),
                                posted ->
                                        posted.oneOf("to", allowed).isEmpty()
                                                ? Map.of("to", words.say("wrong.choose"))
                                                : Map.of(),
                                posted ->
                                        new TravellerCommand.Admit(
                                                id, no, admission(posted.value("to")))));
    }

    /**
     * The units that had work on the case when the claim began, and those that handle the place.
     */
    private static List<AuthorityId> units(TravellerState state, PackTexts terms) {
        var tree = terms.directive().authorities();
        var units = new TreeSet<AuthorityId>();
        units.add(tree.unitFor(state.traveller().residence(), Role.HOLDS_FILES).id());
        state.openClearances().forEach(clearance -> units.add(clearance.unit()));
        return List.copyOf(units);
    }

    private static Admission admission(String option) {
        return option.startsWith(UNIT)
                ? new Admission.ToUnit(new AuthorityId(option.substring(UNIT.length())))
                : new Admission.ToTraveller(
                        new TravellerNo(Integer.parseInt(option.substring(TRAVELLER.length()))));
    }

    /** Actions of the officer who heard the person alone. */
    public CaseAction hear(Disclosure.ToHear seen) {
        var answers = seen.protection().own() ? List.of("yes") : List.of("yes", "no");
        return new CaseAction(
                CaseActionKind.HEAR,
                "",
                CaseActionKind.HEAR.title(words),
                CaseActionKind.HEAR.told(words),
                form ->
                        form.radios(
                                        "confirmed",
                                        words.say("hear.confirmed"),
                                        "",
                                        answers.stream()
                                                .map(a ->
                                                        ChoiceOption.of(
                                                                a, words.say("hear." + a), ""))
                                                .toList())
                                .text("seen", words.say("secret.seen"), words.say("hear.seen.hint"))
                                .area(
                                        "words",
                                        words.say("hear.words"),
                                        words.say("hear.words.hint")),
                posted -> {
                    var wrong = new LinkedHashMap<String, String>();
                    if (posted.oneOf("confirmed", answers).isEmpty()) {
                        wrong.put("confirmed", words.say("wrong.choose"));
                    }
                    wrong.putAll(missing(posted, "seen"));
                    wrong.putAll(missing(posted, "words"));
                    return wrong;
                },
                posted ->
                        new TravellerCommand.HearProtection(
                                id,
                                no,
                                posted.value("confirmed").equals("yes"),
                                posted.value("seen"),
                                posted.value("words")));
    }

    private Map<String, String> missing(SubmittedForm posted, String field) {
        return posted.value(field).isBlank() ? Map.of(field, words.say("wrong.empty")) : Map.of();
    }
}
