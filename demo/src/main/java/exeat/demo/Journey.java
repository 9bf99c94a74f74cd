package exeat.demo;

import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.CrossingDirection;
import exeat.rules.authority.AuthorityId;
import java.util.List;
import java.util.Optional;

/** The journey from the paper to the border and, for a trip, back. */
final class Journey {

    /**
     * The posts where people cross, without the post of the county that has not read the directive.
     */
    private static final List<String> POSTS =
            List.of("jl-tumen", "jl-tumen", "jl-hunchun", "jl-jian", "ln-dandong");

    private final CaseRun run;
    private final PersonRun person;
    private boolean planned;
    private boolean paper;
    private Optional<String> number = Optional.empty();

    Journey(CaseRun run, PersonRun person) {
        this.run = run;
        this.person = person;
    }

    /** Whether a paper is out with which they have not crossed. */
    boolean hasPaper() {
        return paper;
    }

    Optional<String> paper() {
        return number;
    }

    /** Once nothing is open, the holder soon issues the paper. */
    void perhapsAuthorise() {
        if (person.isCleared() && !planned) {
            planned = true;
            if (run.scene().planting().leavesFiles(run.holder()) && run.chance(500)) {
                return; // On the pile.
            }
            run.later(run.between(0, 3), () -> person.unlessLeft(this::authorise));
        }
    }

    private void authorise() {
        boolean may =
                person.isMinor() || run.scene().planting().mayIssue(run.holder(), run.today());
        if (!may) {
            run.later(1, () -> person.unlessLeft(this::authorise));
            return;
        }
        // A hold or a child's missing safeguard: the desk rejects it, and it is tried again later.
        var command = new TravellerCommand.Authorise(run.id(), person.no());
        if (person.act(run.officer(), "authorise", command).isEmpty()) {
            planned = false;
        }
    }

    void happened(TravellerEvent event) {
        switch (event) {
            case TravellerEvent.Authorised given -> {
                number = Optional.of(given.number());
                authorised();
            }
            case TravellerEvent.Revoked _ -> paper = false;
            case TravellerEvent.Departed _ -> {
                paper = false;
                perhapsReturn();
            }
            case TravellerEvent _ -> {}
        }
    }

    private void authorised() {
        paper = true;
        if (run.chance(5)) {
            person.revoke();
        } else if (run.chance(800)) {
            run.later(run.between(1, 7), () -> person.unlessLeft(this::depart));
        }
    }

    private void perhapsReturn() {
        if (person.isOnTrip() && run.chance(650)) {
            run.later(
                    run.between(3, 9),
                    () -> person.unlessLeft(() -> cross(post(), CrossingDirection.RETURN, 1_000)));
        }
    }

    private void depart() {
        var post = post();
        if (run.chance(12)) {
            stop(post);
        } else {
            cross(post, CrossingDirection.DEPARTURE, 960);
        }
    }

    private AuthorityId post() {
        var posts = run.scene().focus().posts(POSTS);
        return new AuthorityId(posts.get(run.between(0, posts.size() - 1)));
    }

    /** One part after the other; now and then the last one is still missing. */
    private void cross(AuthorityId place, CrossingDirection direction, int wholePerMille) {
        var word = direction.name().toLowerCase(java.util.Locale.ROOT);
        var command = new TravellerCommand.RecordCrossing(run.id(), person.no(), direction);
        var officers = run.scene().officers();
        var parts = run.scene().directive().division().crossing();
        for (var part : parts) {
            boolean isLast = part.equals(parts.getLast()) && parts.size() > 1;
            if (!isLast || run.chance(wholePerMille)) {
                var post = officers.unit(place, part);
                person.act(officers.first(post), word + "-" + part.slug(), command);
            }
        }
    }

    /** The paper could not be read; most are let go on the next day. */
    private void stop(AuthorityId place) {
        var officers = run.scene().officers();
        var first = run.scene().directive().division().crossing().getFirst();
        var guard = officers.unit(place, first);
        var stop =
                new TravellerCommand.StopAtBorder(
                        run.id(), person.no(), "the number cannot be read");
        person.act(officers.first(guard), "stop", stop);
        if (run.chance(600)) {
            var lift =
                    new TravellerCommand.LiftStop(
                            run.id(), person.no(), "read with the issuing office");
            run.later(
                    1,
                    () ->
                            person.unlessLeft(() -> {
                                person.act(officers.first(guard), "lift", lift);
                                cross(place, CrossingDirection.DEPARTURE, 1_000);
                            }));
        }
    }
}
