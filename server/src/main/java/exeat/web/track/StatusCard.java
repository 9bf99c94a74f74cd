package exeat.web.track;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.command.Rejection;
import exeat.casework.state.DueDays;
import exeat.casework.state.Protection;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.HoldGround;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.cases.CaseReader;
import exeat.rules.authority.Role;
import exeat.rules.explain.Explanation;
import exeat.rules.finding.Finding;
import exeat.web.casefile.CaseAction;
import exeat.web.casefile.CaseActionKind;
import exeat.web.casefile.CaseActions;
import exeat.web.casefile.view.ErasureTexts;
import exeat.web.casefile.view.MinorSafeguards;
import exeat.web.casefile.view.ProcessingTimeCard;
import exeat.web.component.Button;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.Section;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.help.NextSteps;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A traveller's status, in plain words for the traveller. */
final class StatusCard {

    /** Left out once people have decided otherwise, as the rules would contradict them. */
    private static final Set<Stage> FINDING_STANDS =
            EnumSet.of(
                    Stage.UNANSWERED,
                    Stage.REFERRED,
                    Stage.APPROVED,
                    Stage.AUTHORISED,
                    Stage.DEPARTED);

    /** The stages after which the person can appeal. */
    private static final Set<Stage> NO_LONGER_APPROVED =
            EnumSet.of(
                    Stage.REFUSED,
                    Stage.SET_ASIDE,
                    Stage.REVOKED,
                    Stage.REFERRED,
                    Stage.UNANSWERED);

    private final Office office;
    private final PackTexts terms;
    private final PageTexts words;
    private final Optional<CaseReader.TravellerClock> clock;
    private final OfficeDetails offices;
    private final List<RawString> inner = new ArrayList<>();

    /**
     * @param clock who has the application until when; empty if that is not shown
     */
    StatusCard(
            Office office,
            PackTexts terms,
            PageTexts words,
            Optional<CaseReader.TravellerClock> clock) {
        this.office = office;
        this.terms = terms;
        this.offices = new OfficeDetails(terms, words);
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param choosing whether the traveller can choose between findings
     */
    Section of(TravellerNo no, TravellerSeen seen, boolean choosing, CaseActions deeds) {
        var title =
                switch (seen) {
                    case Disclosure.Whole(var traveller) -> whole(traveller, choosing, deeds);
                    case Disclosure.NameAndStage(var name, var stage) -> {
                        add(new InsetText(words.say("other.stage." + stage)));
                        yield name.full();
                    }
                    case Disclosure.Erased(var erasure) -> {
                        add(new Paragraphs(new ErasureTexts(terms, words).of(erasure)));
                        yield words.say("apply.traveller", no);
                    }
                    case Disclosure.Suspended _,
                            Disclosure.StageOnly _,
                            Disclosure.Hidden _,
                            Disclosure.ForWork _,
                            Disclosure.ToHear _,
                            Disclosure.AtBorder _ ->
                            hidden(no);
                };
        return new Section(title, "traveller-" + no, List.copyOf(inner));
    }

    private String hidden(TravellerNo no) {
        add(new InsetText(words.say("track.not-shown")));
        return words.say("apply.traveller", no);
    }

    private String whole(TravellerState traveller, boolean choosing, CaseActions deeds) {
        if (traveller.protectionClaimed()) {
            add(new InsetText(protection(traveller)));
        }
        new AppearanceNotices(terms, words, offices).suspended(traveller).ifPresent(this::add);
        if (!traveller.isSuspended()) {
            new HearingNotices(terms, words).of(traveller).forEach(this::add);
            if (choosing) {
                add(new InsetText(words.say("choice.notice")));
            } else {
                stands(traveller, deeds);
            }
            new DecisionNotices(terms, words).of(traveller).forEach(this::add);
            new FeeNotice(terms, words).of(traveller).forEach(this::add);
            holds(traveller, deeds);
            paper(traveller);
            waiting(traveller);
        }
        todo(traveller, deeds.all());
        notYet(deeds.blocked());
        if (!traveller.isSuspended()) {
            folded(traveller, choosing);
        }
        return traveller.traveller().name().full();
    }

    private static String whose(TravellerState traveller) {
        boolean child = !traveller.traveller().guardians().isEmpty();
        return child && traveller.stage() == Stage.UNCONFIRMED ? "child." : "";
    }

    /** Says where the application stands, and whether an appeal is possible or under way. */
    private void stands(TravellerState traveller, CaseActions deeds) {
        add(new InsetText(HoldTexts.stands(traveller, words, whose(traveller))));
        if (NO_LONGER_APPROVED.contains(traveller.stage())) {
            appeal(
                    traveller,
                    deeds,
                    subject -> !(subject instanceof AppealSubject.AHold),
                    target -> !target.startsWith(PartyActions.HOLD));
        }
    }

    /**
     * Who decides an appeal and by when, or that one can be made now.
     *
     * @param about which appeals
     * @param target which actions of appealing
     */
    private void appeal(
            TravellerState traveller,
            CaseActions deeds,
            Predicate<AppealSubject> about,
            Predicate<String> target) {
        var open =
                traveller.appeals().stream()
                        .filter(one -> one.isOpen() && about.test(one.against()))
                        .findFirst();
        if (open.isPresent()) {
            var text =
                    words.say(
                            "track.appealed",
                            terms.unit(open.get().reviewer()),
                            words.day(open.get().due()));
            add(new Paragraphs(List.of(text)));
        } else if (deeds.all().stream()
                .anyMatch(deed ->
                        deed.kind() == CaseActionKind.APPEAL && target.test(deed.target()))) {
            add(new Paragraphs(List.of(words.say("track.can-appeal"))));
        }
    }

    /** What somebody opens when they want to know more, and when nobody looks on. */
    private void folded(TravellerState traveller, boolean choosing) {
        if (!choosing && FINDING_STANDS.contains(traveller.stage())) {
            traveller.finding().ifPresent(this::finding);
        }
        boolean appealed = traveller.appeals().stream().anyMatch(AppealState::isOpen);
        if (!choosing && whose(traveller).isEmpty() && !appealed) {
            NextSteps.own(words, traveller.stage()).ifPresent(this::add);
        }
        clock.ifPresent(booked -> add(new ProcessingTimeCard(terms, words).booked(booked)));
    }

    /** Who made the claim, and what it still stops. */
    private String protection(TravellerState traveller) {
        var own = traveller.protection().map(Protection::own).orElse(true);
        var other = traveller.isSuspended() ? "track.protected.other" : "track.protected.block";
        return words.say(own ? "track.protected" : other);
    }

    private void add(TemplateInstance piece) {
        inner.add(Page.raw(piece));
    }

    private void finding(Finding finding) {
        var explanation =
                Explanation.of(
                        terms.of(finding, office.register()).directive(), finding, words.locale());
        var asked = new ArrayList<String>();
        var apart = new ArrayList<String>();
        for (var sentence : explanation.sentences()) {
            boolean asks = sentence.topic() == Explanation.Topic.PROCEDURE && !sentence.isPrivate();
            (asks ? asked : apart).add(sentence.text());
        }
        explanation.sufficientReason().ifPresent(sentence -> apart.add(sentence.text()));
        fold("track.private", apart);
        fold("track.change", explanation.counterfactuals());
        fold("track.asked-for", asked);
    }

    /** Collapsed until the reader opens it, so that nobody can read it over their shoulder. */
    private void fold(String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            add(new Details(words.say(title), List.of(Page.raw(new Paragraphs(sentences)))));
        }
    }

    private void waiting(TravellerState traveller) {
        var rows = new ArrayList<SummaryRow>();
        rows.addAll(new AppearanceNotices(terms, words, offices).of(traveller));
        inPerson(traveller).ifPresent(rows::add);
        clock.stream()
                .flatMap(running -> running.running().stream())
                .filter(limit -> Set.of("decide", "authorise").contains(limit.task()))
                .map(limit ->
                        offices.row(
                                words.say("clock.task." + limit.task()),
                                with(limit, HearingNotices.isDecidedAfter(traveller)),
                                limit.unit()))
                .forEach(rows::add);
        if (!StageTransitions.ENDS.contains(traveller.stage())) {
            for (var care : new MinorSafeguards(words).of(traveller)) {
                rows.add(
                        SummaryRow.of(
                                care.what(), care.met() ? words.say("track.cleared") : care.how()));
            }
        }
        for (var clearance : traveller.clearances()) {
            var what = terms.clearance(clearance.name());
            rows.add(
                    clearance.isOpen()
                            ? offices.row(
                                    what,
                                    words.say(
                                            "track.with",
                                            terms.unit(clearance.unit()),
                                            words.day(clearance.due())),
                                    clearance.unit())
                            : SummaryRow.of(what, words.say("track.cleared")));
        }
        for (var appeal : traveller.appeals()) {
            if (appeal.isOpen()) {
                rows.add(
                        offices.row(
                                words.say("track.appeal"),
                                words.say(
                                        "track.with",
                                        terms.unit(appeal.reviewer()),
                                        words.day(appeal.due())),
                                appeal.reviewer()));
            }
        }
        if (!rows.isEmpty()) {
            add(new Heading(3, words.say("track.waits"), ""));
            add(new SummaryList(rows));
        }
    }

    /**
     * Where and until when the person must come: to the office that checks who they are. This
     * follows from the directive's procedure and tells nothing about the person.
     */
    private Optional<SummaryRow> inPerson(TravellerState traveller) {
        boolean comes =
                FINDING_STANDS.contains(traveller.stage())
                        && traveller
                                .finding()
                                .filter(finding -> finding.burden().appearances() > 0)
                                .isPresent();
        var tree = terms.directive().authorities();
        return traveller.clearances().stream()
                .filter(one -> comes && one.isOpen())
                .filter(one ->
                        tree.find(one.unit())
                                .filter(unit -> unit.plays(Role.ESTABLISHES_IDENTITY))
                                .isPresent())
                .findFirst()
                .map(one ->
                        offices.row(
                                words.say("track.come"),
                                words.say(
                                        "track.come.where",
                                        terms.unit(one.unit()),
                                        words.day(one.due())),
                                one.unit()));
    }

    /**
     * Who has the case; without a due day if the person is heard first, because that would mislead
     * them.
     */
    private String with(DueDays.Limit limit, boolean heard) {
        return heard && limit.task().equals("decide")
                ? words.say("track.heard", terms.unit(limit.unit()))
                : words.say("track.with", terms.unit(limit.unit()), words.day(limit.due()));
    }

    private void holds(TravellerState traveller, CaseActions deeds) {
        for (var hold : traveller.openHolds()) {
            add(new Heading(3, words.say("track.hold"), ""));
            add(
                    new Paragraphs(
                            List.of(
                                    ground(hold.ground()),
                                    words.say(
                                            HearingNotices.isProlongedAfter(traveller, hold)
                                                    ? "track.hold.heard"
                                                    : "track.hold.owner",
                                            terms.unit(hold.owner()),
                                            words.day(hold.limit())),
                                    words.say("track.hold.appeal"))));
            appeal(
                    traveller,
                    deeds,
                    new AppealSubject.AHold(hold.number())::equals,
                    (PartyActions.HOLD + hold.number())::equals);
            add(offices.reach(hold.owner()));
        }
        traveller
                .stop()
                .ifPresent(stop -> {
                    add(new Paragraphs(List.of(words.say("track.stop", terms.unit(stop.post())))));
                    add(offices.reach(stop.post()));
                });
    }

    private String ground(HoldGround ground) {
        return switch (ground) {
            case HoldGround.IdentityNotEstablished _ -> words.say("hold.identity");
            case HoldGround.FactContested(var fact) ->
                    words.say(
                            "hold.contested",
                            terms.directive()
                                    .vocabulary()
                                    .definition(fact)
                                    .map(terms::label)
                                    .orElse(fact.text()));
            case HoldGround.CourtOrder order ->
                    words.say("hold.court", order.number(), words.day(order.expires()));
        };
    }

    private void paper(TravellerState traveller) {
        traveller
                .paper()
                .filter(_ -> !StageTransitions.ENDS.contains(traveller.stage()))
                .filter(paper -> !paper.revoked() && !paper.ended())
                .ifPresent(paper -> {
                    add(new Heading(3, words.say("track.paper"), ""));
                    add(
                            new SummaryList(
                                    List.of(
                                            SummaryRow.of(
                                                    words.say("paper.number"), paper.number()),
                                            SummaryRow.of(
                                                    words.say("paper.valid"),
                                                    words.say(
                                                            "paper.until",
                                                            words.day(paper.until()))))));
                    add(
                            new Button(
                                    words.say("paper.download"),
                                    "/papers/" + traveller.no() + ".pdf",
                                    false));
                });
    }

    /** A question that the application waits for; a reply to a correction is open to them. */
    static boolean isAsked(CaseAction deed) {
        return deed.kind().group() == CaseActionKind.Group.QUESTIONS && deed.kind().isAwaited();
    }

    private void todo(TravellerState traveller, List<CaseAction> deeds) {
        // What somebody is asked stands at the top of the page.
        var others = deeds.stream().filter(deed -> !isAsked(deed)).toList();
        if (others.isEmpty()) {
            return;
        }
        var base = "/track/" + traveller.no();
        var first = others.getFirst();
        add(new Heading(3, words.say("track.do"), ""));
        if (first.kind().isAwaited()) {
            add(new Button(first.title(), first.address(base), false));
        }
        add(
                new LinkList(
                        others.stream()
                                .filter(deed -> !(deed.equals(first) && deed.kind().isAwaited()))
                                .map(deed -> new Link(deed.title(), deed.address(base)))
                                .toList()));
    }

    /** What they would be offered, and what is missing for it. */
    private void notYet(Map<CaseAction, Rejection> blocked) {
        if (!blocked.isEmpty()) {
            add(new Heading(3, words.say("track.not-yet"), ""));
            add(
                    new SummaryList(
                            blocked.entrySet().stream()
                                    .map(one ->
                                            SummaryRow.of(
                                                    one.getKey().title(),
                                                    words.why(one.getValue(), false)))
                                    .toList()));
        }
    }
}
