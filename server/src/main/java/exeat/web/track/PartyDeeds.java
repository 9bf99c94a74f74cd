package exeat.web.track;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Against;

import exeat.web.apply.FactQuestions;
import exeat.web.casefile.Deed;
import exeat.web.casefile.RecusalForms;
import exeat.web.kit.Posted;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.value.Against;
import exeat.casework.value.Consequence;
import exeat.casework.value.Document;
import exeat.casework.value.Item;
import exeat.casework.state.Life;
import exeat.casework.value.Safeguard;
import exeat.casework.state.Stage;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.state.TravellerState;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import exeat.web.component.form.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What a person of an application can do for themselves, or for a child they answer for. */
final class PartyDeeds {

    private final CaseId id;
    private final TravellerState state;
    private final Actor.Party party;
    private final Terms terms;
    private final Words words;
    private final Instant now;

    PartyDeeds(
            CaseId id,
            TravellerState state,
            Actor.Party party,
            Terms terms,
            Words words,
            Instant now) {
        this.id = id;
        this.state = state;
        this.party = party;
        this.terms = terms;
        this.words = words;
        this.now = now;
    }

    /** In the order in which they matter: first what the case waits for. */
    List<Deed> all() {
        var deeds = new ArrayList<Deed>();
        if (state.protectionClaimed()) {
            if (party.no().equals(state.no())) {
                deeds.add(endProtection());
            }
            return deeds;
        }
        boolean own = party.no().equals(state.no());
        if (own && !isMinor() && isOwnWordMissing()) {
            deeds.add(confirm());
        }
        consents(deeds);
        if (isThePerson()) {
            answers(deeds);
            if (!state.corrections().isEmpty() && !Life.ENDS.contains(state.stage())) {
                deeds.add(respond());
            }
            appeals(deeds);
            if (!Life.ENDS.contains(state.stage())) {
                new RecusalForms(id, state.no(), words).ask(state).ifPresent(deeds::add);
            }
            if (Life.allows(state.stage(), Life.Turn.WITHDRAWN)) {
                deeds.add(withdraw());
            }
        }
        if (own || isThePerson()) {
            deeds.add(protect());
        }
        if (isThePerson() && Life.ENDS.contains(state.stage())) {
            deeds.add(erase());
        }
        return deeds;
    }

    /** Also of somebody for whom guardians confirmed, once they are of age. */
    private boolean isOwnWordMissing() {
        boolean ofAge =
                !state.traveller().guardians().isEmpty() && state.confirmedOfAge().isEmpty();
        return state.stage() == Stage.UNCONFIRMED || (ofAge && !Life.ENDS.contains(state.stage()));
    }

    private Deed respond() {
        var zone = terms.directive().vocabulary().zone();
        var until = state.answerBy(zone).map(words::day).orElse("");
        return new Deed(
                "respond",
                "",
                words.say("respond.title"),
                List.of(words.say("respond.what", until)),
                false,
                form -> form.area("text", words.say("respond.text"), ""),
                posted ->
                        posted.one("text").isEmpty()
                                ? Map.of("text", words.say("wrong.empty"))
                                : Map.of(),
                posted -> new TravellerCommand.Respond(id, state.no(), posted.one("text")));
    }

    private boolean isMinor() {
        var zone = terms.directive().vocabulary().zone();
        return state.traveller().isMinorOn(now.atZone(zone).toLocalDate());
    }

    private boolean isThePerson() {
        return isMinor()
                ? state.traveller().guardians().stream()
                        .anyMatch(guardian ->
                                guardian.party().equals(java.util.Optional.of(party.no())))
                : party.no().equals(state.no());
    }

    private Deed confirm() {
        var must = Consequence.of(state.traveller().purpose());
        var told = new ArrayList<String>();
        told.add(words.say("confirm.own", terms.purpose(state.traveller().purpose())));
        told.add(words.say(must.isEmpty() ? "confirm.trip" : "confirm.give-up"));
        return new Deed(
                "confirm",
                "",
                words.say("confirm.title"),
                told,
                false,
                form -> {
                    for (var consequence : must) {
                        form.checks(
                                "told-" + consequence,
                                words.say("consequence." + consequence),
                                words.say("consequence." + consequence + ".explained"),
                                List.of(Option.of("yes", words.say("confirm.understood"), "")));
                    }
                    form.checks(
                            "wish",
                            words.say("confirm.wish"),
                            words.say("confirm.wish.explained"),
                            List.of(Option.of("yes", words.say("confirm.wish.yes"), "")));
                },
                posted -> unticked(must, posted),
                posted -> new TravellerCommand.Confirm(id, state.no(), must));
    }

    private Map<String, String> unticked(java.util.Set<Consequence> must, Posted posted) {
        var wrong = new java.util.LinkedHashMap<String, String>();
        must.stream()
                .filter(consequence -> posted.one("told-" + consequence).isEmpty())
                .forEach(c -> wrong.put("told-" + c, words.say("wrong.tick")));
        if (posted.one("wish").isEmpty()) {
            wrong.put("wish", words.say("wrong.tick"));
        }
        return wrong;
    }

    private void consents(List<Deed> deeds) {
        var guardians = state.traveller().guardians();
        for (int i = 0; i < guardians.size(); i++) {
            int index = i;
            boolean met =
                    state.safeguards().stream()
                            .anyMatch(s -> s instanceof Safeguard.Consent(int g, _) && g == index);
            boolean mine = guardians.get(i).party().equals(java.util.Optional.of(party.no()));
            if (mine && isMinor() && !met && !Life.ENDS.contains(state.stage())) {
                deeds.add(
                        Deed.plain(
                                "consent",
                                Integer.toString(i),
                                words.say("consent.title", state.traveller().name().full()),
                                List.of(words.say("consent.told"), words.say("consent.heard")),
                                new TravellerCommand.MeetSafeguard(
                                        id,
                                        state.no(),
                                        new Safeguard.Consent(index, "own secret"))));
            }
        }
    }

    private void answers(List<Deed> deeds) {
        var facts = new LinkedHashSet<FactName>(unanswered());
        for (var question : state.questions()) {
            if (question.isOpen()) {
                switch (question.item()) {
                    case Item.OfFact(var fact) -> facts.add(fact);
                    case Item.OfDocument(var kind) -> deeds.add(document(kind));
                }
            }
        }
        facts.stream()
                .flatMap(name -> terms.directive().vocabulary().definition(name).stream())
                .filter(fact -> fact.source() == FactDefinition.Source.DECLARED)
                .forEach(fact -> deeds.add(fact(fact)));
    }

    private List<FactName> unanswered() {
        return state.stage() == Stage.UNANSWERED
                ? state.finding().map(Finding::unanswered).orElse(List.of())
                : List.of();
    }

    private Deed fact(FactDefinition fact) {
        var questions = new FactQuestions(terms, words, now);
        var field = FactQuestions.field(fact);
        return new Deed(
                "answer",
                fact.name().slug(),
                terms.question(fact),
                List.of(),
                false,
                form -> questions.put(form, fact),
                posted ->
                        Terms.parse(fact, posted.one(field)).isPresent()
                                ? Map.of()
                                : Map.of(field, words.say("wrong.choose")),
                posted ->
                        new TravellerCommand.Answer(
                                id,
                                state.no(),
                                Facts.NONE.with(
                                        fact.name(),
                                        Terms.parse(fact, posted.one(field)).orElseThrow()),
                                List.of()));
    }

    private Deed document(String kind) {
        return new Deed(
                "document",
                kind,
                words.say("answer.document", terms.document(kind)),
                List.of(words.say("ask.documents.hint")),
                false,
                form -> form.text("reference", words.say("ask.documents.reference"), ""),
                posted ->
                        posted.one("reference").isEmpty()
                                ? Map.of("reference", words.say("wrong.empty"))
                                : Map.of(),
                posted ->
                        new TravellerCommand.Answer(
                                id,
                                state.no(),
                                Facts.NONE,
                                List.of(new Document(kind, posted.one("reference")))));
    }

    private void appeals(List<Deed> deeds) {
        switch (state.stage()) {
            case REFUSED -> deeds.add(appeal("refusal", "", new Against.Refusal()));
            case SET_ASIDE -> deeds.add(appeal("set-aside", "", new Against.BeingSetAside()));
            case REVOKED -> deeds.add(appeal("revocation", "", new Against.Revocation()));
            case REFERRED, UNANSWERED -> {
                if (state.paper().filter(TravellerState.Paper::revoked).isPresent()) {
                    deeds.add(appeal("revocation", "", new Against.Revocation()));
                }
            }
            case UNCONFIRMED, APPROVED, AUTHORISED, DEPARTED, WITHDRAWN, CLOSED -> {}
        }
        for (var hold : state.openHolds()) {
            deeds.add(appeal("hold", "-" + hold.number(), new Against.AHold(hold.number())));
        }
        deeds.removeIf(deed -> deed.name().equals("appeal") && isAppealed(deed));
    }

    private boolean isAppealed(Deed deed) {
        return deed.command().apply(Posted.NOTHING) instanceof TravellerCommand.Appeal appeal
                && state.appeals().stream()
                        .anyMatch(a -> a.isOpen() && a.against().equals(appeal.against()));
    }

    private Deed appeal(String what, String which, Against against) {
        return new Deed(
                "appeal",
                what + which,
                words.say("appeal." + what),
                List.of(words.say("appeal.how")),
                false,
                form ->
                        form.area(
                                "grounds",
                                words.say("appeal.grounds"),
                                words.say("appeal.grounds.hint")),
                posted ->
                        posted.one("grounds").isEmpty()
                                ? Map.of("grounds", words.say("wrong.empty"))
                                : Map.of(),
                posted -> new TravellerCommand.Appeal(id, state.no(), against, posted.one("grounds")));
    }

    private Deed withdraw() {
        return Deed.plain(
                        "withdraw",
                        "",
                        words.say("withdraw.title"),
                        List.of(words.say("withdraw.told"), words.say("withdraw.again")),
                        new TravellerCommand.Withdraw(id, state.no()))
                .asGrave();
    }

    private Deed erase() {
        return Deed.plain(
                        "erase-own",
                        "",
                        words.say("erase-own.title"),
                        List.of(words.say("erase-own.told"), words.say("erase-own.stays")),
                        new ArchiveCommand.EraseOwn(id, state.no()))
                .asGrave();
    }

    private Deed protect() {
        return Deed.plain(
                "protect",
                "",
                words.say("protect.title"),
                List.of(
                        words.say("protect.what"),
                        words.say("protect.nobody"),
                        words.say("protect.end")),
                new TravellerCommand.ClaimProtection(id, state.no()));
    }

    private Deed endProtection() {
        return Deed.plain(
                "end-protection",
                "",
                words.say("end-protection.title"),
                List.of(words.say("end-protection.told")),
                new TravellerCommand.EndProtectionClaim(id, state.no()));
    }
}
