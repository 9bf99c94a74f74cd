package exeat.web.casefile;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.command.Rejection;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Document;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.appearance.Appearances;
import exeat.desk.Office;
import exeat.desk.cases.CaseReader.TravellerClock;
import exeat.rules.finding.Finding;
import exeat.web.casefile.view.AppearanceTexts;
import exeat.web.casefile.view.ErasureTexts;
import exeat.web.casefile.view.FeeTexts;
import exeat.web.casefile.view.FindingReasons;
import exeat.web.casefile.view.HearingTexts;
import exeat.web.casefile.view.MinorSafeguards;
import exeat.web.casefile.view.PersonRows;
import exeat.web.casefile.view.ProcessingTimeCard;
import exeat.web.casefile.view.RuleTraceDetails;
import exeat.web.component.ActBar;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LocalizedText;
import exeat.web.component.Paragraphs;
import exeat.web.component.PersonSection;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.help.NextSteps;
import exeat.web.kit.CaseAddress;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The one traveller of a case who is open, as far as the officer's mandate allows: what to do, then
 * who it is, then the finding with its reasons; what is done and how it came about is folded.
 */
final class OfficerCard {

    private final Office office;
    private final PackTexts terms;
    private final PageTexts words;
    private final Disclosure.CaseSeen seen;
    private final TravellerNo no;
    private final PersonRows people;
    private final List<RawString> inner = new ArrayList<>();

    OfficerCard(
            Office office,
            PackTexts terms,
            PageTexts words,
            Disclosure.CaseSeen seen,
            TravellerNo no) {
        this.office = office;
        this.terms = terms;
        this.words = words;
        this.seen = seen;
        this.no = no;
        this.people = new PersonRows(office, terms, words);
    }

    /**
     * The traveller.
     *
     * @param name as the reader may see it, or their number
     * @param clock who had the case for how long; empty where that is not shown
     * @param choice between which findings they can choose; empty for none
     */
    PersonSection of(
            LocalizedText name,
            CaseActions offered,
            Optional<TravellerClock> clock,
            List<TemplateInstance> choice) {
        var one = Objects.requireNonNull(seen.travellers().get(no));
        Optional.ofNullable(seen.inPerson().get(no)).ifPresent(this::asked);
        notice(one);
        if (one instanceof Disclosure.Whole(var state) && !state.isSuspended()) {
            answered(state);
        }
        acts(one, offered.all());
        notNow(offered.blocked());
        var rows = people.particulars(one);
        if (!rows.isEmpty()) {
            add(new SummaryList(rows));
        }
        if (one instanceof Disclosure.Whole(var state)) {
            state.finding().ifPresent(this::finding);
            choice.forEach(this::add);
            if (!state.isSuspended()) {
                NextSteps.officers(words, state.stage()).ifPresent(this::add);
            }
            new FeeTexts(terms, words)
                    .rows(state)
                    .ifPresent(fee -> {
                        add(new Heading(3, words.say("fee.title"), "fee"));
                        add(fee);
                    });
            settled(state);
        } else if (one instanceof Disclosure.ToHear person) {
            toHear(person);
        }
        clock.ifPresent(running -> add(new ProcessingTimeCard(terms, words).booked(running)));
        return new PersonSection(name, "traveller-" + no, List.copyOf(inner));
    }

    private void add(TemplateInstance piece) {
        inner.add(Page.raw(piece));
    }

    /** What has to be known before anything is done. */
    private void notice(TravellerSeen one) {
        switch (one) {
            case Disclosure.Whole(var state) -> {
                if (!state.openHolds().isEmpty()
                        && !StageTransitions.ENDS.contains(state.stage())) {
                    add(new InsetText(words.say("case.held")));
                }
                if (state.stage() == Stage.APPROVED
                        && !state.clearances().isEmpty()
                        && state.openClearances().isEmpty()
                        && state.openHolds().isEmpty()) {
                    add(new InsetText(words.say("case.all-cleared")));
                }
            }
            case Disclosure.AtBorder _ -> add(new InsetText(words.say("case.border")));
            case Disclosure.Erased(var erasure) ->
                    add(new Paragraphs(new ErasureTexts(terms, words).of(erasure)));
            case Disclosure.Suspended _ -> add(new InsetText(words.say("case.suspended")));
            case Disclosure.StageOnly _ -> add(new InsetText(words.say("case.unproved")));
            case Disclosure.Hidden _ -> add(new InsetText(words.say("track.not-shown")));
            case Disclosure.ForWork _, Disclosure.ToHear _, Disclosure.NameAndStage _ -> {}
        }
    }

    /** What the person said to what is proposed, or to a hold: nobody acts before they read it. */
    private void answered(TravellerState state) {
        var texts = new HearingTexts(terms, words);
        ServiceActions.heard(state)
                .forEach(p -> {
                    var said = p.hearing().map(texts::said).orElse(List.of());
                    if (!said.isEmpty()) {
                        var name = HearingTexts.name(p.act(), words);
                        add(new Heading(3, words.say("case.answered-to", name), ""));
                        add(new Paragraphs(said));
                    }
                });
    }

    /** The outcome, then each rule beside the text and the facts. */
    private void finding(Finding finding) {
        var deciding = deciding(finding);
        add(
                new Heading(
                        3,
                        words.say("case.finding", deciding.outcome(finding.outcome())),
                        "finding"));
        if (!finding.instrumentsNotHeld().isEmpty()) {
            var cited = finding.instrumentsNotHeld().stream().map(deciding::instrument).toList();
            add(new SummaryList(List.of(SummaryRow.of(words.say("case.not-held"), cited))));
        }
        add(new FindingReasons(deciding, words).of(finding));
        var meaning = new ArrayList<String>();
        var reasons = deciding.reasons(finding);
        reasons.mattered().ifPresent(sentence -> meaning.add(sentence.text()));
        meaning.addAll(reasons.changes());
        if (!meaning.isEmpty()) {
            add(
                    new Details(
                            words.say(
                                    finding.outcome().approves() ? "case.mattered" : "case.change"),
                            List.of(Page.raw(new Paragraphs(meaning)))));
        }
        add(new RuleTraceDetails(deciding, words).of(finding));
    }

    private PackTexts deciding(Finding finding) {
        return terms.of(finding, office.register());
    }

    /** Whom to hear alone, how to reach them, and what was said. */
    private void toHear(Disclosure.ToHear person) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("hear.language"), words.language(person.language())));
        person.contact()
                .ifPresent(contact -> rows.add(SummaryRow.of(words.say("hear.contact"), contact)));
        person.protection().claims().stream()
                .map(claim ->
                        claim.own()
                                ? words.say("hear.own")
                                : claim.from()
                                        .map(unit ->
                                                words.say(
                                                        "hear.by", terms.unit(unit), claim.words()))
                                        .orElseGet(() -> words.say("hear.unknown", claim.words())))
                .forEach(said -> rows.add(SummaryRow.of(words.say("hear.said"), said)));
        var zone = terms.directive().vocabulary().zone();
        person.protection().heardOnce().stream()
                .map(one ->
                        words.say(
                                "hear.once.by", terms.unit(one.unit()), words.time(one.at(), zone)))
                .forEach(once -> rows.add(SummaryRow.of(words.say("hear.once"), once)));
        person.protection()
                .until()
                .ifPresent(until ->
                        rows.add(SummaryRow.of(words.say("hear.until"), words.time(until, zone))));
        add(new SummaryList(rows));
        if (!person.protection().heardOnce().isEmpty()) {
            add(new InsetText(words.say("hear.second")));
        }
    }

    /**
     * Says that somebody stands before an officer, and until when another one can identify them.
     */
    private void asked(InPersonRequest asked) {
        var until = words.time(asked.until(), terms.directive().vocabulary().zone());
        add(
                new InsetText(
                        words.say(
                                asked.against().isPresent()
                                        ? "in-person.disown"
                                        : asked.withdrawal()
                                                ? "in-person.withdrawal"
                                                : "in-person.claim",
                                terms.unit(asked.unit()),
                                until)));
    }

    /** What was done, asked and shown: folded, since nothing of it has to be done again. */
    private void settled(TravellerState state) {
        var rows = new ArrayList<SummaryRow>();
        var zone = terms.directive().vocabulary().zone();
        for (var clearance : state.clearances()) {
            clearance
                    .doneAt()
                    .ifPresent(at ->
                            rows.add(
                                    SummaryRow.of(
                                            terms.clearance(clearance.name()),
                                            words.say(
                                                    "case.done-by",
                                                    terms.unit(clearance.unit()),
                                                    words.day(at.atZone(zone).toLocalDate())))));
        }
        for (var care : new MinorSafeguards(words).of(state)) {
            if (care.met()) {
                rows.add(SummaryRow.of(care.what(), care.how()));
            }
        }
        for (var one : state.appearances().orElse(Appearances.NONE).all()) {
            rows.add(
                    SummaryRow.of(
                            words.say("case.appearance"),
                            new AppearanceTexts(terms, words).of(one)));
        }
        for (var question : state.questions()) {
            if (!question.isOpen()) {
                rows.add(
                        SummaryRow.of(
                                words.say("case.question", terms.item(question.item())),
                                words.say("case.answered")));
            }
        }
        if (!state.documents().isEmpty()) {
            rows.add(
                    SummaryRow.of(
                            words.say("ask.documents"),
                            state.documents().stream().map(this::document).toList()));
        }
        state.paper()
                .ifPresent(paper ->
                        rows.add(
                                SummaryRow.of(
                                        words.say("case.paper"),
                                        paper.number()
                                                + " · "
                                                + words.say(
                                                        "paper.until", words.day(paper.until())))));
        if (!rows.isEmpty()) {
            add(new Details(words.say("case.settled"), List.of(Page.raw(new SummaryList(rows)))));
        }
    }

    private String document(Document document) {
        return terms.document(document.kind()) + ": " + document.reference();
    }

    /** What the officer would do here, and why it has to wait. */
    private void notNow(Map<CaseAction, Rejection> blocked) {
        if (!blocked.isEmpty()) {
            add(new Heading(3, words.say("case.not-now"), ""));
            add(
                    new SummaryList(
                            blocked.entrySet().stream()
                                    .map(one ->
                                            SummaryRow.of(
                                                    one.getKey().title(),
                                                    words.why(one.getValue(), true)))
                                    .toList()));
        }
    }

    /** A button for what the case waits for; links for what is possible beside it. */
    private void acts(TravellerSeen one, List<CaseAction> deeds) {
        var base = CaseAddress.of(seen.id()) + "/" + no;
        var tasks = new LinkedHashSet<Link>();
        var others = new LinkedHashSet<Link>();
        for (var deed : deeds) {
            (isTask(deed, deeds) ? tasks : others).add(link(deed, base));
        }
        switch (one) {
            case Disclosure.Whole(var state) -> papers(state, tasks, others);
            case Disclosure.Suspended _ -> others.add(secret("secret.issue", no));
            case Disclosure.ForWork _,
                    Disclosure.AtBorder _,
                    Disclosure.ToHear _,
                    Disclosure.NameAndStage _,
                    Disclosure.StageOnly _,
                    Disclosure.Erased _,
                    Disclosure.Hidden _ -> {}
        }
        if (!tasks.isEmpty() || !others.isEmpty()) {
            add(
                    new ActBar(
                            words.say("case.do"),
                            List.copyOf(tasks),
                            words.say(tasks.isEmpty() ? "case.do" : "case.do.others"),
                            List.copyOf(others)));
        }
    }

    /**
     * Whether an action is a task. Declining is one only for somebody who could agree instead; for
     * others it just undoes something.
     */
    private static boolean isTask(CaseAction deed, List<CaseAction> all) {
        return deed.isTask()
                && (deed.kind() != CaseActionKind.DECLINE
                        || all.stream()
                                .filter(other -> other.kind() == CaseActionKind.SECOND)
                                .anyMatch(other -> other.target().equals(deed.target())));
    }

    /**
     * The paper and the secrets. Handing over a first secret is a task; a lost one is replaced on
     * request.
     */
    private void papers(TravellerState state, Set<Link> tasks, Set<Link> rest) {
        if (state.paper().filter(p -> !p.revoked() && !p.ended()).isPresent()) {
            rest.add(
                    new Link(
                            words.say("paper.download"),
                            "/papers/" + seen.id().value() + "/" + no + ".pdf"));
        }
        // Minors too: some have no guardian here and speak for themselves, and all come of age.
        if (StageTransitions.ENDS.contains(state.stage())) {
            return;
        }
        boolean minor = !state.traveller().guardians().isEmpty();
        if (state.secretIssued()) {
            rest.add(secret("secret.replace", no));
        } else {
            (minor ? rest : tasks).add(secret("secret.issue", no));
        }
        // A person who files for a child without travelling is in no list of travellers.
        state.traveller().guardians().stream()
                .filter(g -> g.party().equals(Optional.of(TravellerNo.PRINCIPAL)))
                .forEach(g ->
                        rest.add(
                                new Link(
                                        words.say("secret.guardian", g.name()),
                                        secret(TravellerNo.PRINCIPAL))));
    }

    private Link secret(String key, TravellerNo whose) {
        return new Link(words.say(key), secret(whose));
    }

    private String secret(TravellerNo whose) {
        return "/officer/secret/" + seen.id().value() + "/" + whose;
    }

    /** Which fact to correct is asked on a page of its own. */
    private Link link(CaseAction deed, String base) {
        return deed.kind() == CaseActionKind.CORRECT
                ? new Link(words.say("action.correct.one"), base + "/" + deed.kind().address())
                : new Link(deed.title(), deed.address(base));
    }
}
