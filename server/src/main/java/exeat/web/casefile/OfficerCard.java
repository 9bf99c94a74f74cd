package exeat.web.casefile;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Rejection;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Document;
import exeat.casework.value.Guardian;
import exeat.casework.value.PersonName;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.rules.explain.Explanation;
import exeat.rules.finding.Finding;
import exeat.web.component.Button;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.Section;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TaskItem;
import exeat.web.component.list.TaskList;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One traveller of a case, as far as the officer's mandate allows. */
final class OfficerCard {

    private final Office office;
    private final PackTexts terms;
    private final PageTexts words;
    private final Disclosure.CaseSeen seen;
    private final PersonRows people;
    private final List<RawString> inner = new ArrayList<>();

    OfficerCard(Office office, PackTexts terms, PageTexts words, Disclosure.CaseSeen seen) {
        this.office = office;
        this.terms = terms;
        this.words = words;
        this.seen = seen;
        this.people = new PersonRows(office, terms, words);
    }

    Section of(TravellerNo no, CaseActions offered) {
        var title =
                switch (java.util.Objects.requireNonNull(seen.travellers().get(no))) {
                    case Disclosure.Whole(var state) -> whole(state);
                    case Disclosure.ForWork work -> forWork(work);
                    case Disclosure.AtBorder border -> {
                        names(border.names());
                        add(new InsetText(words.say("case.border")));
                        yield border.names().getFirst().full();
                    }
                    case Disclosure.NameAndStage(var name, var stage) -> {
                        add(new InsetText(words.say("stage.short." + stage)));
                        yield name.full();
                    }
                    case Disclosure.Erased(var erasure) -> {
                        add(new Paragraphs(new ErasureTexts(terms, words).of(erasure)));
                        yield words.say("apply.traveller", no);
                    }
                    case Disclosure.Suspended _ -> {
                        add(new InsetText(words.say("case.suspended")));
                        add(new LinkList(List.of(new Link(words.say("secret.issue"), secret(no)))));
                        yield words.say("apply.traveller", no);
                    }
                    case Disclosure.ToHear person -> {
                        toHear(person);
                        yield person.names().getFirst().full();
                    }
                    case Disclosure.StageOnly(var stage) -> {
                        add(new InsetText(words.say("stage.short." + stage)));
                        add(new InsetText(words.say("case.unproved")));
                        yield words.say("apply.traveller", no);
                    }
                    case Disclosure.Hidden _ -> {
                        add(new InsetText(words.say("track.not-shown")));
                        yield words.say("apply.traveller", no);
                    }
                };
        Optional.ofNullable(seen.inPerson().get(no)).ifPresent(this::asked);
        actions(no, offered.all());
        notNow(offered.blocked());
        return new Section(title, "traveller-" + no, List.copyOf(inner));
    }

    private void add(TemplateInstance piece) {
        inner.add(Page.raw(piece));
    }

    private void names(List<PersonName> names) {
        add(new SummaryList(List.of(people.names(names))));
    }

    /** Whom to hear alone, how to reach them, and what was said. */
    private void toHear(Disclosure.ToHear person) {
        names(person.names());
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("case.born"), words.day(person.birthDate())));
        rows.add(SummaryRow.of(words.say("hear.language"), language(person.language())));
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

    /** That somebody stands before an officer, and until when another one can identify them. */
    private void asked(InPersonRequest asked) {
        var until = words.time(asked.until(), terms.directive().vocabulary().zone());
        add(
                new InsetText(
                        words.say(
                                asked.withdrawal() ? "in-person.withdrawal" : "in-person.claim",
                                terms.unit(asked.unit()),
                                until)));
    }

    private String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(words.locale());
    }

    private String whole(TravellerState state) {
        var rows = new ArrayList<>(people.of(new Disclosure.Whole(state)));
        state.finding().ifPresent(finding -> meaning(rows, finding));
        if (!state.documents().isEmpty()) {
            rows.add(
                    SummaryRow.of(
                            words.say("ask.documents"),
                            state.documents().stream().map(this::document).toList()));
        }
        state.paper()
                .ifPresent(p ->
                        rows.add(
                                SummaryRow.of(
                                        words.say("case.paper"),
                                        p.number()
                                                + " · "
                                                + words.say("paper.until", words.day(p.until())))));
        add(new SummaryList(rows));
        state.finding()
                .ifPresent(
                        finding -> add(new RuleTraceDetails(deciding(finding), words).of(finding)));
        work(
                state.clearances(),
                state.holds().stream().filter(TravellerState.Hold::isOpen).toList(),
                state.proposals().stream().filter(TravellerState.Proposal::open).toList(),
                new OpenItems(terms, words).of(state));
        if (state.stage() == Stage.APPROVED
                && !state.clearances().isEmpty()
                && state.openClearances().isEmpty()
                && state.openHolds().isEmpty()) {
            add(new InsetText(words.say("case.all-cleared")));
        }
        if (state.paper().filter(p -> !p.revoked() && !p.ended()).isPresent()) {
            add(
                    new LinkList(
                            List.of(
                                    new Link(
                                            words.say("paper.download"),
                                            "/papers/"
                                                    + seen.id().value()
                                                    + "/"
                                                    + state.no()
                                                    + ".pdf"))));
        }
        // Minors too: some have no guardian here and speak for themselves, and all come of age.
        if (!StageTransitions.ENDS.contains(state.stage())) {
            secret(state);
            state.traveller().guardians().stream()
                    .filter(g -> g.party().equals(Optional.of(TravellerNo.PRINCIPAL)))
                    .forEach(g -> add(principal(g)));
        }
        return state.traveller().name().full();
    }

    /** Handing over a first secret is a task; a lost one is replaced on request. */
    private void secret(TravellerState state) {
        var address = secret(state.no());
        boolean minor = !state.traveller().guardians().isEmpty();
        add(
                state.secretIssued() || minor
                        ? new LinkList(
                                List.of(
                                        new Link(
                                                words.say(
                                                        state.secretIssued()
                                                                ? "secret.replace"
                                                                : "secret.issue"),
                                                address)))
                        : new Button(words.say("secret.issue"), address, false));
    }

    /** A person who files for a child without travelling appears on no other card. */
    private LinkList principal(Guardian guardian) {
        return new LinkList(
                List.of(
                        new Link(
                                words.say("secret.guardian", guardian.name()),
                                secret(TravellerNo.PRINCIPAL))));
    }

    private String secret(TravellerNo no) {
        return "/officer/secret/" + seen.id().value() + "/" + no;
    }

    private String document(Document document) {
        return terms.document(document.kind()) + ": " + document.reference();
    }

    private PackTexts deciding(Finding finding) {
        return terms.of(finding, office.register());
    }

    /** What mattered most, and what would change it. */
    private void meaning(List<SummaryRow> rows, Finding finding) {
        var deciding = deciding(finding);
        var explanation = Explanation.of(deciding.directive(), finding, words.locale());
        explanation
                .sufficientReason()
                .ifPresent(m -> rows.add(SummaryRow.of(words.say("case.mattered"), m.text())));
        if (!explanation.counterfactuals().isEmpty()) {
            rows.add(SummaryRow.of(words.say("case.change"), explanation.counterfactuals()));
        }
    }

    private String forWork(Disclosure.ForWork work) {
        add(new SummaryList(people.of(work)));
        work(work.clearances(), work.holds(), work.proposals(), List.of());
        return work.names().getFirst().full();
    }

    private void work(
            List<TravellerState.Clearance> clearances,
            List<TravellerState.Hold> holds,
            List<TravellerState.Proposal> proposals,
            List<TaskItem> others) {
        var tasks = new ArrayList<TaskItem>();
        for (var c : clearances) {
            var where = terms.unit(c.unit()) + " · " + words.say("case.due", words.day(c.due()));
            tasks.add(
                    c.isOpen()
                            ? new TaskItem(
                                    terms.clearance(c.name()),
                                    where,
                                    "",
                                    words.say("case.open"),
                                    "blue")
                            : new TaskItem(
                                    terms.clearance(c.name()),
                                    terms.unit(c.unit()),
                                    "",
                                    words.say("case.done"),
                                    "green"));
        }
        for (var h : holds) {
            tasks.add(
                    new TaskItem(
                            words.say("case.hold", h.number())
                                    + ": "
                                    + new ActTexts(terms, words).ground(h.ground()),
                            terms.unit(h.owner())
                                    + " · "
                                    + words.say("hold.until", words.day(h.limit()))
                                    + " · "
                                    + words.say("act.evidence", h.evidence()),
                            "",
                            words.say("case.held"),
                            "red"));
        }
        for (var p : proposals) {
            tasks.add(
                    new TaskItem(
                            new ActTexts(terms, words).name(p.act()),
                            words.say("case.proposed", p.by(), p.reason()),
                            "",
                            words.say("case.second"),
                            "yellow"));
        }
        tasks.addAll(others);
        if (!tasks.isEmpty()) {
            add(new Heading(3, words.say("case.work"), ""));
            add(new TaskList(tasks));
        }
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
                                                    one.getKey().title(), why(one.getValue())))
                                    .toList()));
        }
    }

    private String why(Rejection rejection) {
        var own = "desk.rejection." + rejection.code();
        return words.say(words.has(own) ? own : "rejection." + rejection.code());
    }

    private void actions(TravellerNo no, List<CaseAction> deeds) {
        if (!deeds.isEmpty()) {
            var base = "/officer/case/" + seen.id().value() + "/" + no;
            add(new Heading(3, words.say("case.do"), ""));
            var links = new LinkedHashSet<Link>();
            deeds.forEach(deed -> links.add(link(deed, base)));
            add(new LinkList(List.copyOf(links)));
        }
    }

    /** Which fact to correct is asked on a page of its own. */
    private Link link(CaseAction deed, String base) {
        return deed.kind() == CaseActionKind.CORRECT
                ? new Link(words.say("deed.correct.one"), base + "/" + deed.kind().address())
                : new Link(deed.title(), deed.address(base));
    }
}
