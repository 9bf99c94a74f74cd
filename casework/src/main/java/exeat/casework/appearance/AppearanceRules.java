package exeat.casework.appearance;

import exeat.casework.command.Actor;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.AppearanceEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Clearance;
import exeat.casework.value.OwnWords;
import exeat.casework.value.appearance.Appearance;
import exeat.casework.value.appearance.AppearanceEnd;
import exeat.casework.value.appearance.Appearances;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Appearances that an office asks for, as an officer or the person acts on them. They count against
 * what the finding allows; beyond it none can be asked, by whatever office.
 */
public final class AppearanceRules {

    /** Nobody is asked from one day to the next: two days lie between, as for a short journey. */
    public static final int MIN_DAYS = 3;

    /** A later one is a typing error, or an office without a free slot: its clock runs on. */
    public static final int MAX_DAYS = 60;

    private static final Set<Stage> ASKABLE =
            EnumSet.of(
                    Stage.UNANSWERED,
                    Stage.REFERRED,
                    Stage.APPROVED,
                    Stage.AUTHORISED,
                    Stage.REVOKED);

    private AppearanceRules() {}

    /** How many the directive allows; none before there is a finding. */
    public static int allowed(TravellerState t) {
        return t.finding().map(finding -> finding.burden().appearances()).orElse(0);
    }

    public static boolean isAskable(Stage stage) {
        return ASKABLE.contains(stage);
    }

    /** Where the person can be asked to be, for a unit: where somebody has something to do. */
    public static Set<AuthorityId> places(
            AuthorityId holder, List<Clearance> open, AuthorityId unit) {
        var places = new LinkedHashSet<AuthorityId>();
        places.add(unit);
        places.add(holder);
        open.forEach(clearance -> places.add(clearance.unit()));
        return places;
    }

    public static Response respond(
            CaseState state, TravellerState t, Context context, AppearanceCommand command) {
        return switch (command) {
            case AppearanceCommand.AskToAppear c -> ask(state, t, context, c);
            case AppearanceCommand.MoveAppearance c -> move(state, t, context, c);
            case AppearanceCommand.CancelAppearance c -> cancel(state, t, context, c);
            case AppearanceCommand.RecordAppearance c -> record(state, t, context, c);
        };
    }

    private static Response ask(
            CaseState state, TravellerState t, Context context, AppearanceCommand.AskToAppear ask) {
        var unit = unit(context);
        var request = ask.request();
        return Check.that(
                        unit.filter(u -> mayAsk(state, t, u)).isPresent(), Code.NOT_ALLOWED, "unit")
                .and(isAskable(t.stage()), Code.WRONG_STAGE, "stage")
                .and(
                        () ->
                                places(state.holder(), t.openClearances(), unit.orElseThrow())
                                        .contains(request.place()),
                        Code.NOT_FOUND,
                        "place")
                .and(
                        () -> appearances(t).counted() < allowed(t),
                        Code.NOT_IN_DIRECTIVE,
                        "appearances")
                .and(!OwnWords.isEmpty(request.words()), Code.REASON_MISSING, "words")
                .and(() -> isOn(context, ask.at(), MIN_DAYS), Code.BAD_DATE, "at")
                .then(() ->
                        List.of(
                                new AppearanceEvent.AppearanceAsked(
                                        t.no(),
                                        appearances(t).next(),
                                        request,
                                        ask.at(),
                                        officer(context).id(),
                                        officer(context).unit())));
    }

    private static boolean mayAsk(CaseState state, TravellerState t, AuthorityId unit) {
        return unit.equals(state.holder())
                || t.openClearances().stream().anyMatch(c -> c.unit().equals(unit));
    }

    private static boolean isOn(Context context, Instant at, int notice) {
        var day = context.day(at);
        return at.isAfter(context.now())
                && !day.isBefore(context.today().plusDays(notice))
                && !day.isAfter(context.today().plusDays(MAX_DAYS));
    }

    /** As soon as it suits both. */
    private static Response move(
            CaseState state,
            TravellerState t,
            Context context,
            AppearanceCommand.MoveAppearance move) {
        var one = appearances(t).find(move.appearance());
        return theirs(state, context, one)
                .and(
                        () ->
                                one.filter(Appearance::isMovable)
                                        .flatMap(Appearance::wish)
                                        .isPresent(),
                        Code.NOT_FOUND,
                        "wish")
                .and(() -> isOn(context, move.at(), 0), Code.BAD_DATE, "at")
                .then(() ->
                        List.of(
                                new AppearanceEvent.AppearanceMoved(
                                        t.no(),
                                        move.appearance(),
                                        move.at(),
                                        officer(context).id(),
                                        officer(context).unit())));
    }

    private static Response cancel(
            CaseState state,
            TravellerState t,
            Context context,
            AppearanceCommand.CancelAppearance cancel) {
        var one = appearances(t).find(cancel.appearance());
        return theirs(state, context, one)
                .and(() -> one.orElseThrow().isOpen(), Code.WRONG_STAGE, "appearance")
                .and(!OwnWords.isEmpty(cancel.words()), Code.REASON_MISSING, "words")
                .then(() ->
                        ended(
                                t,
                                context,
                                one.orElseThrow(),
                                isInTime(context, one.orElseThrow())
                                        ? AppearanceEnd.CANCELLED
                                        : AppearanceEnd.CANCELLED_LATE,
                                cancel.words()));
    }

    private static boolean isInTime(Context context, Appearance one) {
        return context.today().isBefore(context.day(one.at()));
    }

    private static Response record(
            CaseState state,
            TravellerState t,
            Context context,
            AppearanceCommand.RecordAppearance record) {
        var one = appearances(t).find(record.appearance());
        return theirs(state, context, one)
                .and(() -> one.orElseThrow().isOpen(), Code.WRONG_STAGE, "appearance")
                .and(() -> isOver(context, one.orElseThrow(), record.kept()), Code.BAD_DATE, "at")
                .and(
                        () -> record.kept() || one.orElseThrow().isMissable(),
                        Code.WRONG_STAGE,
                        "wish")
                .then(() ->
                        ended(
                                t,
                                context,
                                one.orElseThrow(),
                                record.kept() ? AppearanceEnd.KEPT : AppearanceEnd.MISSED,
                                ""));
    }

    /** Who comes early was there; that somebody was not is known once the time has come. */
    private static boolean isOver(Context context, Appearance one, boolean kept) {
        return kept ? !isInTime(context, one) : !context.now().isBefore(one.at());
    }

    private static List<AppearanceEvent.AppearanceEnded> ended(
            TravellerState t, Context context, Appearance one, AppearanceEnd end, String words) {
        return List.of(
                new AppearanceEvent.AppearanceEnded(
                        t.no(),
                        one.number(),
                        end,
                        OwnWords.readable(words),
                        officer(context).id(),
                        officer(context).unit()));
    }

    /** Checks that the officer is of the unit that asked, or of the one that has the file now. */
    private static Check theirs(CaseState state, Context context, Optional<Appearance> one) {
        var unit = unit(context);
        return Check.that(unit.isPresent(), Code.NOT_ALLOWED, "actor")
                .and(one.isPresent(), Code.NOT_FOUND, "appearance")
                .and(
                        () ->
                                unit.orElseThrow().equals(state.holder())
                                        || unit.orElseThrow().equals(one.orElseThrow().unit()),
                        Code.NOT_ALLOWED,
                        "unit");
    }

    /**
     * The person asks for another time, also after one that they missed. It costs them nothing, and
     * stands until the office has set one; the holder of a proved secret can say it again.
     */
    public static Response anotherTime(
            CaseState state,
            TravellerState t,
            Context context,
            boolean isThePerson,
            TravellerCommand.AskForAnotherTime ask) {
        var one = appearances(t).find(ask.appearance());
        boolean proved = state.handling().isProved(t.no(), context.now());
        return Check.that(isThePerson, Code.NOT_ALLOWED, "actor")
                .and(one.filter(Appearance::isMovable).isPresent(), Code.NOT_FOUND, "appearance")
                .and(
                        () -> proved || one.orElseThrow().wish().isEmpty(),
                        Code.ALREADY_EXISTS,
                        "wish")
                .and(!OwnWords.isEmpty(ask.words()), Code.REASON_MISSING, "words")
                .then(() ->
                        List.of(
                                new AppearanceEvent.AnotherTimeAsked(
                                        t.no(), ask.appearance(), OwnWords.readable(ask.words()))));
    }

    private static Appearances appearances(TravellerState t) {
        return t.appearances().orElse(Appearances.NONE);
    }

    private static Optional<AuthorityId> unit(Context context) {
        return context.actor() instanceof Actor.Officer officer
                ? Optional.of(officer.unit())
                : Optional.empty();
    }

    private static Actor.Officer officer(Context context) {
        return (Actor.Officer) context.actor();
    }
}
