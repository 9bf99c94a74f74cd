package exeat.demo;

import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Document;
import exeat.casework.value.HoldGround;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.base.Session;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decisions by people, holds and other obstacles, and their review. */
final class Adversity {

    private static final String IDENTITY = "identity";
    private static final String AGREED = "I compared it with the papers myself, with one result.";
    private static final int HOLD_DAYS = 21;

    private static final Optional<String> NOTHING = Optional.empty();
    private static final String SAYS =
            "My sister has lived there since the war. I can bring her letters.";
    private static final String REPLY =
            "Letters were asked for and seen; they are from another year than the one in question.";
    private static final String ON_ANSWERS =
            "What this person brought was read again, and leaves the question where it was.";

    private final CaseRun run;
    private final PersonRun person;
    private final Set<String> held = new HashSet<>();
    private boolean refused;

    Adversity(CaseRun run, PersonRun person) {
        this.run = run;
        this.person = person;
    }

    /** Whether two officers refused or set aside, and no appeal is under way. */
    boolean isRefused() {
        return refused;
    }

    /** Whether this clearance waits for a hold to end. */
    boolean holds(String clearance) {
        return held.contains(clearance);
    }

    void approved(Finding finding) {
        if (run.scene().planting().demands(run.holder(), finding)) {
            var item = new RequestedItem.OfDocument(Planting.WORD);
            later(1, "demand", new TravellerCommand.Ask(run.id(), person.no(), item));
        }
        if (!finding.setAsideGrounds().isEmpty() && run.chance(14)) {
            var ground = finding.setAsideGrounds().getFirst();
            twoOfficers("aside", run.between(1, 6), new TwoOfficerAct.SetAside(ground));
        } else if (run.chance(6)) {
            var fact = new FactName("nationality");
            if (finding.facts().knows(fact)) {
                var ground = new HoldGround.FactContested(fact);
                twoOfficers("contest", run.between(1, 5), hold(ground, Optional.empty()));
            }
        }
    }

    void referred() {
        int kind = run.between(0, 99);
        if (kind < 45) {
            var reason =
                    "The papers show close family there, and nothing in the directive rules it"
                            + " out.";
            later(
                    run.between(2, 10),
                    "approve",
                    new TravellerCommand.ApproveReferred(run.id(), person.no(), reason));
        } else if (kind < 60) {
            twoOfficers("refuse", run.between(3, 9), new TwoOfficerAct.Refuse());
        } else if (kind < 75) {
            var item = new RequestedItem.OfDocument("identity-paper");
            later(run.between(1, 4), "ask", new TravellerCommand.Ask(run.id(), person.no(), item));
        }
    }

    void happened(TravellerEvent event) {
        switch (event) {
            case TravellerEvent.Refused _ -> unwanted(500, new AppealSubject.Refusal());
            case TravellerEvent.WasSetAside _ -> unwanted(600, new AppealSubject.BeingSetAside());
            case TravellerEvent.Revoked _ -> unwanted(600, new AppealSubject.Revocation());
            case TravellerEvent.HoldPlaced placed -> heldNow(placed);
            case TravellerEvent.HoldReleased _ -> held.clear();
            case TravellerEvent.Appealed appealed -> {
                refused = false;
                decideLater(appealed);
            }
            case TravellerEvent.Asked asked when run.chance(600) -> answerLater(asked.item());
            case TravellerEvent _ -> {}
        }
    }

    private void unwanted(int appealPerMille, AppealSubject against) {
        refused = true;
        if (run.chance(appealPerMille)) {
            appealLater(against);
        }
    }

    /** Now and then an identity cannot be established, and a second officer agrees to a hold. */
    boolean perhapsHold(TravellerEvent.ClearanceOpened opened) {
        if (!opened.clearance().equals(IDENTITY) || !run.chance(22)) {
            return false;
        }
        held.add(IDENTITY);
        var act = hold(new HoldGround.IdentityNotEstablished(), Optional.of(opened.clearance()));
        twoOfficersOf(opened.unit(), "hold", run.between(1, 3), act);
        return true;
    }

    private TwoOfficerAct.PlaceHold hold(HoldGround ground, Optional<String> clearance) {
        var limit = run.scene().date(run.today() + HOLD_DAYS);
        return new TwoOfficerAct.PlaceHold(
                ground, "file note " + run.household().id(), limit, clearance, Optional.empty());
    }

    private void heldNow(TravellerEvent.HoldPlaced placed) {
        int kind = run.between(0, 99);
        if (kind < 45) {
            var release =
                    new TravellerCommand.ReleaseHold(
                            run.id(),
                            person.no(),
                            placed.hold(),
                            "The papers were found in order.");
            run.later(
                    run.between(2, 8),
                    () -> person.unlessLeft(() -> person.act(owner(placed), "release", release)));
            placed.placed()
                    .clearance()
                    .ifPresent(clearance -> clearAfter(placed.owner(), clearance));
        } else if (kind < 65) {
            appealLater(new AppealSubject.AHold(placed.hold()));
        }
    }

    private Session owner(TravellerEvent.HoldPlaced placed) {
        return run.scene().officers().first(placed.owner());
    }

    /** Clears a step after its hold is over. */
    private void clearAfter(AuthorityId unit, String clearance) {
        run.later(
                run.between(9, 10),
                () ->
                        person.unlessLeft(() ->
                                person.act(
                                        run.scene().officers().first(unit),
                                        "clear-" + clearance,
                                        new TravellerCommand.CompleteClearance(
                                                run.id(), person.no(), clearance))));
    }

    private void appealLater(AppealSubject against) {
        var appeal =
                new TravellerCommand.Appeal(
                        run.id(),
                        person.no(),
                        against,
                        "Please look at this again: my papers answer the question.");
        run.later(
                run.between(1, 5),
                () ->
                        person.unlessLeft(() ->
                                person.actSelf(
                                        "appeal-" + against.getClass().getSimpleName(), appeal)));
    }

    private void decideLater(TravellerEvent.Appealed appealed) {
        boolean late = run.chance(200);
        var decide =
                new TravellerCommand.DecideAppeal(
                        run.id(),
                        person.no(),
                        appealed.appeal(),
                        run.chance(500),
                        "Read with the whole file and the person's own words.");
        run.later(
                late ? run.between(7, 9) : run.between(2, 6),
                () ->
                        person.unlessLeft(() ->
                                person.act(
                                        run.scene().officers().first(appealed.reviewer()),
                                        "review-" + appealed.appeal(),
                                        decide)));
    }

    private void answerLater(RequestedItem item) {
        var kind = item instanceof RequestedItem.OfDocument(var named) ? named : "identity-paper";
        var documents = List.of(new Document(kind, "no. " + run.household().id()));
        var answer =
                new TravellerCommand.AnswerQuestions(run.id(), person.no(), Facts.NONE, documents);
        run.later(
                run.between(1, 5),
                () -> person.unlessLeft(() -> person.actSelf("document", answer)));
    }

    void revoke() {
        var act =
                new TwoOfficerAct.Revoke(
                        new HoldGround.IdentityNotEstablished(), "a second paper came up");
        twoOfficers("revoke", 1, act);
    }

    private void later(int days, String step, Command command) {
        run.later(days, () -> person.unlessLeft(() -> person.act(run.officer(), step, command)));
    }

    private void twoOfficers(String step, int days, TwoOfficerAct act) {
        twoOfficersOf(run.holder(), step, days, act);
    }

    private void twoOfficersOf(AuthorityId unit, String step, int days, TwoOfficerAct act) {
        run.later(days, () -> person.unlessLeft(() -> propose(unit, step, act)));
    }

    private void propose(AuthorityId unit, String step, TwoOfficerAct act) {
        var reason = "Found on reading the file; see the note in it.";
        var command = new TravellerCommand.ProposeAct(run.id(), person.no(), act, reason);
        var officers = run.scene().officers();
        for (var event : person.act(officers.first(unit), step, command)) {
            if (event instanceof TravellerEvent.Proposed proposed) {
                if (isHeardBefore(proposed)) {
                    run.later(
                            run.between(0, 2),
                            () -> person.unlessLeft(() -> serve(unit, step, proposed)));
                } else {
                    second(unit, step, proposed);
                }
            }
        }
    }

    private static boolean isHeardBefore(TravellerEvent.Proposed proposed) {
        return proposed.hearingDays().isPresent()
                && !(proposed.act() instanceof TwoOfficerAct.PlaceHold);
    }

    /** The person comes to the counter; now and then they say something, and have a reply. */
    private void serve(AuthorityId unit, String step, TravellerEvent.Proposed proposed) {
        var first = run.scene().officers().first(unit);
        int number = proposed.proposal();
        var handOver =
                new TravellerCommand.RecordService(
                        run.id(),
                        person.no(),
                        number,
                        run.scene().date(run.today()),
                        Optional.of(NoticeKind.PROPOSAL));
        if (person.act(first, step + "-handed-over", handOver).isEmpty()) {
            return;
        }
        boolean answers = run.chance(400);
        if (answers) {
            var says = new TravellerCommand.AnswerProposal(run.id(), person.no(), number, SAYS);
            var reply = new TravellerCommand.ReplyToAnswers(run.id(), person.no(), number, REPLY);
            run.later(
                    run.between(1, 6),
                    () -> person.unlessLeft(() -> person.actSelf(step + "-answer", says)));
            run.later(
                    run.between(8, 10),
                    () -> person.unlessLeft(() -> person.act(first, step + "-reply", reply)));
        }
        int days = proposed.hearingDays().orElseThrow() + 1;
        run.later(
                days,
                () -> second(unit, step, proposed, answers ? Optional.of(ON_ANSWERS) : NOTHING));
    }

    private void second(AuthorityId unit, String step, TravellerEvent.Proposed proposed) {
        second(unit, step, proposed, NOTHING);
    }

    /** A second officer reads it in their own time, and now and then disagrees. */
    private void second(
            AuthorityId unit,
            String step,
            TravellerEvent.Proposed proposed,
            Optional<String> onAnswers) {
        boolean stamps = run.scene().planting().stamps(unit);
        boolean disagrees = run.chance(120) && !stamps;
        boolean late = run.chance(140);
        Command command =
                disagrees
                        ? new TravellerCommand.DeclineProposal(
                                run.id(),
                                person.no(),
                                proposed.proposal(),
                                "The note in the file does not show it.")
                        : new TravellerCommand.SecondProposal(
                                run.id(), person.no(), proposed.proposal(), AGREED, onAnswers);
        var officer = run.scene().officers().second(unit);
        Runnable answer = () -> person.unlessLeft(() -> person.act(officer, step + "-2", command));
        if (stamps) {
            answer.run();
        } else {
            run.later(late ? run.between(3, 5) : run.between(1, 2), answer);
        }
    }
}
