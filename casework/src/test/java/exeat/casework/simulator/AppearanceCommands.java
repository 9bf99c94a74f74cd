package exeat.casework.simulator;

import static exeat.casework.World.CASE;

import exeat.casework.World;
import exeat.casework.appearance.AppearanceRules;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.simulator.RandomCommands.Move;
import exeat.casework.state.CaseState;
import exeat.casework.state.TravellerState;
import exeat.casework.value.appearance.Appearance;
import exeat.casework.value.appearance.AppearanceKind;
import exeat.casework.value.appearance.AppearancePurpose;
import exeat.casework.value.appearance.AppearanceRequest;
import exeat.casework.value.appearance.Appearances;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Appearances that are asked for, moved, cancelled, kept and missed. */
final class AppearanceCommands {

    private final RandomCommands random;

    AppearanceCommands(RandomCommands random) {
        this.random = random;
    }

    Command byChance(Kind kind, CaseState state, TravellerState t, LocalDate today) {
        int number = random.number(asked(t).all().size());
        return switch (kind) {
            case ASK_TO_APPEAR ->
                    new AppearanceCommand.AskToAppear(
                            CASE, t.no(), request(place(state)), at(today, random.number(70) - 3));
            case MOVE_APPEARANCE ->
                    new AppearanceCommand.MoveAppearance(
                            CASE, t.no(), number, at(today, random.number(70) - 3));
            case CANCEL_APPEARANCE ->
                    new AppearanceCommand.CancelAppearance(CASE, t.no(), number, random.reason());
            case RECORD_APPEARANCE ->
                    new AppearanceCommand.RecordAppearance(CASE, t.no(), number, random.chance(60));
            default ->
                    new TravellerCommand.AskForAnotherTime(CASE, t.no(), number, random.reason());
        };
    }

    private AuthorityId place(CaseState state) {
        return random.chance(80)
                ? state.holder()
                : random.one(List.of(World.YANJI_PS, World.TUMEN_BD));
    }

    private AppearanceRequest request(AuthorityId place) {
        return new AppearanceRequest(
                random.one(List.of(AppearanceKind.values())),
                random.one(List.of(AppearancePurpose.values())),
                random.reason(),
                place);
    }

    private static Instant at(LocalDate today, int days) {
        return today.plusDays(days)
                .atTime(10, 30)
                .atZone(World.DIRECTIVE.vocabulary().zone())
                .toInstant();
    }

    private static Appearances asked(TravellerState t) {
        return t.appearances().orElse(Appearances.NONE);
    }

    /** Mostly somebody comes; some ask for another time, and some offices cancel. */
    Optional<Move> next(CaseState state, TravellerState t, LocalDate today) {
        if (asked(t).counted() < AppearanceRules.allowed(t)
                && AppearanceRules.isAskable(t.stage())
                && random.chance(10)) {
            var later = at(today, AppearanceRules.MIN_DAYS + random.number(7));
            return Optional.of(
                    new Move(
                            Kind.ASK_TO_APPEAR,
                            World.officer(state.holder()),
                            new AppearanceCommand.AskToAppear(
                                    CASE, t.no(), request(state.holder()), later)));
        }
        return asked(t).all().stream()
                .filter(Appearance::isMovable)
                .filter(one -> random.chance(one.wish().isPresent() ? 60 : 15))
                .findFirst()
                .map(one -> next(t, one, today));
    }

    private Move next(TravellerState t, Appearance one, LocalDate today) {
        var officer = World.officer(one.unit());
        if (one.wish().isPresent()) {
            return new Move(
                    Kind.MOVE_APPEARANCE,
                    officer,
                    new AppearanceCommand.MoveAppearance(CASE, t.no(), one.number(), at(today, 4)));
        }
        if (!one.isOpen() || random.chance(30)) {
            return new Move(
                    Kind.ASK_FOR_ANOTHER_TIME,
                    World.party(t.no()),
                    new TravellerCommand.AskForAnotherTime(
                            CASE, t.no(), one.number(), "in the evening"));
        }
        if (random.chance(20)) {
            return new Move(
                    Kind.CANCEL_APPEARANCE,
                    officer,
                    new AppearanceCommand.CancelAppearance(
                            CASE, t.no(), one.number(), "the office is closed"));
        }
        return new Move(
                Kind.RECORD_APPEARANCE,
                officer,
                new AppearanceCommand.RecordAppearance(
                        CASE, t.no(), one.number(), random.chance(60)));
    }
}
