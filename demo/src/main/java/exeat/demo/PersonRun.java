package exeat.demo;

import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Session;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The month of one traveller: their own acts and what follows. */
final class PersonRun {

    private final CaseRun run;
    private final Person person;
    private final TravellerNo no;
    private final Adversity adversity;
    private final Journey journey;
    private final Set<String> open = new HashSet<>();
    private Optional<String> secret = Optional.empty();
    private Optional<Finding> finding = Optional.empty();
    private boolean confirmed;
    private boolean left;

    PersonRun(CaseRun run, Person person, int number) {
        this.run = run;
        this.person = person;
        no = CaseRun.no(number);
        adversity = new Adversity(run, this);
        journey = new Journey(run, this);
    }

    Person person() {
        return person;
    }

    TravellerNo no() {
        return no;
    }

    boolean isMinor() {
        return person.isMinor();
    }

    Optional<String> secret() {
        return secret;
    }

    Optional<Finding> finding() {
        return finding;
    }

    /** Whether nothing more is done: they withdrew, claimed protection, or it is over. */
    boolean hasLeft() {
        return left;
    }

    boolean isConfirmed() {
        return confirmed;
    }

    boolean isCleared() {
        return open.isEmpty() && finding.isPresent();
    }

    String number() {
        return run.number();
    }

    boolean isUnanswered() {
        return finding.filter(f -> !f.unanswered().isEmpty()).isPresent();
    }

    /** Approved, and somebody still has to clear something. */
    boolean isWaiting() {
        return isApproved() && !open.isEmpty() && !adversity.isRefused();
    }

    private boolean isApproved() {
        return finding.filter(f -> f.outcome().approves()).isPresent();
    }

    boolean hasChildren() {
        return no.number() == 1
                && isApproved()
                && run.people().stream().anyMatch(PersonRun::isMinor);
    }

    boolean hasPaper() {
        return journey.hasPaper();
    }

    /** The number of the paper that they were given last, revoked or not. */
    Optional<String> paper() {
        return journey.paper();
    }

    void revoke() {
        adversity.revoke();
    }

    boolean isRefused() {
        return adversity.isRefused();
    }

    String key(String step) {
        return run.key(no.number(), step);
    }

    /**
     * Gives one command as an officer or as the person, and handles what follows from it; nothing
     * if it is left for a trainee.
     */
    List<Event> act(Session session, String step, Command command) {
        if (run.scene().rests(session, run.today())) {
            return List.of();
        }
        var events = run.scene().counter().act(session, key(step), command);
        run.happened(events);
        return events;
    }

    /** Acts in the person's own name; for a child, a parent acts. */
    List<Event> actSelf(String step, Command command) {
        var own = isMinor() ? run.people().getFirst().secret() : secret;
        return own.map(word -> act(run.scene().party(run.number(), word), step, command))
                .orElse(List.of());
    }

    void takeSecret() {
        if (run.scene().rests(run.officer(), run.today())) {
            return;
        }
        secret =
                run.scene()
                        .counter()
                        .secret(run.officer(), run.secondOfficer(), key("secret"), run.id(), no);
        if (!run.chance(80)) {
            run.later(run.between(0, 4), this::confirm);
        }
    }

    private void confirm() {
        var told = run.scene().directive().purposes().givesUp(person.purpose());
        actSelf("confirm", new TravellerCommand.Confirm(run.id(), no, told));
    }

    void meet(Session session, String step, Safeguard safeguard) {
        if (!left) {
            act(session, step, new TravellerCommand.MeetSafeguard(run.id(), no, safeguard));
        }
    }

    void happened(TravellerEvent event) {
        switch (event) {
            case TravellerEvent.Confirmed _ -> {
                confirmed = true;
                perhapsLeave();
            }
            case TravellerEvent.Found found -> found(found.finding());
            case TravellerEvent.ClearanceOpened opened -> {
                open.add(opened.clearance());
                if (!adversity.perhapsHold(opened)) {
                    clearLater(opened);
                }
            }
            case TravellerEvent.ClearanceDone done -> {
                open.remove(done.clearance());
                journey.perhapsAuthorise();
            }
            case TravellerEvent.SafeguardMet _ -> journey.perhapsAuthorise();
            case TravellerEvent.Withdrawn _, ProtectionEvent _, TravellerEvent.Closed _ ->
                    left = true;
            case TravellerEvent other -> {
                adversity.happened(other);
                journey.happened(other);
            }
        }
    }

    private void perhapsLeave() {
        if (run.chance(22)) {
            run.later(
                    run.between(1, 15),
                    () ->
                            unlessLeft(() ->
                                    actSelf(
                                            "withdraw",
                                            new TravellerCommand.Withdraw(run.id(), no))));
        } else if (run.chance(6)) {
            var claim = new TravellerCommand.ClaimProtection(run.id(), no);
            run.later(run.between(1, 15), () -> unlessLeft(() -> actSelf("protection", claim)));
        }
    }

    void unlessLeft(Runnable step) {
        if (!left) {
            step.run();
        }
    }

    private void found(Finding found) {
        finding = Optional.of(found);
        if (found.outcome().approves()) {
            adversity.approved(found);
        } else if (found.why().equals(Optional.of(ReferReason.UNANSWERED))) {
            if (run.chance(650)) {
                run.later(run.between(1, 5), () -> unlessLeft(() -> answer(found)));
            }
        } else {
            adversity.referred();
        }
    }

    /** Agrees to open proposals. */
    private void answer(Finding asked) {
        Map<FactName, Value> values = new HashMap<>();
        var vocabulary = run.scene().directive().vocabulary();
        for (var name : asked.unanswered()) {
            vocabulary.definition(name).flatMap(PersonRun::yes).ifPresent(v -> values.put(name, v));
        }
        var answer =
                new TravellerCommand.AnswerQuestions(run.id(), no, new Facts(values), List.of());
        actSelf("answer", answer);
    }

    private static Optional<Value> yes(FactDefinition fact) {
        return fact.parse(fact.values().isEmpty() ? "true" : fact.values().getFirst());
    }

    /** Most in time, some late, some very late. */
    private void clearLater(TravellerEvent.ClearanceOpened opened) {
        int limit = (int) (opened.due().toEpochDay() - run.scene().date(run.today()).toEpochDay());
        int kind = run.between(0, 99);
        if (kind < 80) {
            run.later(run.between(1, Math.max(1, limit)), () -> unlessLeft(() -> clear(opened)));
        } else {
            int late = kind < 91 ? run.between(1, 6) : run.between(4, 8);
            run.later(limit + late, () -> unlessLeft(() -> clear(opened)));
        }
    }

    private void clear(TravellerEvent.ClearanceOpened opened) {
        boolean late = run.scene().date(run.today()).isAfter(opened.due());
        // Overdue work has gone up: the unit that has it now does it.
        var unit =
                late
                        ? run.scene().look(run.holder(), run.id(), no).stream()
                                .flatMap(state -> state.openClearances().stream())
                                .filter(c -> c.name().equals(opened.clearance()))
                                .map(c -> c.unit())
                                .findFirst()
                                .orElse(opened.unit())
                        : opened.unit();
        if (adversity.holds(opened.clearance())) {
            return;
        }
        act(
                run.scene().officers().first(unit),
                "clear-" + opened.clearance(),
                new TravellerCommand.CompleteClearance(run.id(), no, opened.clearance()));
    }

    boolean isOnTrip() {
        return run.scene().directive().purposes().isRoundTrip(person.purpose());
    }
}
