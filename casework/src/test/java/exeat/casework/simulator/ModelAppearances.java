package exeat.casework.simulator;

import exeat.casework.World;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.state.TravellerState;
import exeat.casework.value.appearance.Appearances;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What offices ask of one traveller's time, in the {@link Model}: a line for each. */
final class ModelAppearances {

    private static final int NOTICE = 3;
    private static final int AT_THE_MOST = 60;

    private enum Became {
        COMES,
        CAME,
        MISSED,
        CALLED_OFF,
        CALLED_OFF_LATE
    }

    private record Line(LocalDate on, boolean wish, Became became) {
        private boolean mayMove() {
            return became != Became.CAME && became != Became.CALLED_OFF;
        }
    }

    private final Map<Integer, Line> lines = new TreeMap<>();
    private int allowed;

    /** The rules found anew what the directive asks of the person. */
    void allow(int appearances) {
        allowed = appearances;
    }

    private int counted() {
        return (int)
                lines.values().stream().filter(one -> one.became() != Became.CALLED_OFF).count();
    }

    private Optional<Line> line(int number) {
        return Optional.ofNullable(lines.get(number));
    }

    boolean mayAct(AppearanceCommand command, LocalDate today) {
        return switch (command) {
            case AppearanceCommand.AskToAppear c ->
                    counted() < allowed
                            && !c.request().words().isBlank()
                            && !day(c.at()).isBefore(today.plusDays(NOTICE))
                            && !day(c.at()).isAfter(today.plusDays(AT_THE_MOST));
            case AppearanceCommand.MoveAppearance c ->
                    line(c.appearance()).filter(one -> one.mayMove() && one.wish()).isPresent()
                            && !day(c.at()).isBefore(today)
                            && !day(c.at()).isAfter(today.plusDays(AT_THE_MOST));
            case AppearanceCommand.CancelAppearance c ->
                    isToCome(c.appearance()) && !c.words().isBlank();
            case AppearanceCommand.RecordAppearance c ->
                    isToCome(c.appearance())
                            && !today.isBefore(line(c.appearance()).orElseThrow().on())
                            && (c.kept() || !line(c.appearance()).orElseThrow().wish());
        };
    }

    private boolean isToCome(int number) {
        return line(number).filter(one -> one.became() == Became.COMES).isPresent();
    }

    boolean mayMove(int number) {
        return line(number).filter(Line::mayMove).isPresent();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(World.DIRECTIVE.vocabulary().zone()).toLocalDate();
    }

    void follow(AppearanceCommand command, LocalDate today) {
        switch (command) {
            case AppearanceCommand.AskToAppear c ->
                    lines.put(lines.size() + 1, new Line(day(c.at()), false, Became.COMES));
            case AppearanceCommand.MoveAppearance c ->
                    lines.put(c.appearance(), new Line(day(c.at()), false, Became.COMES));
            case AppearanceCommand.CancelAppearance c ->
                    lines.computeIfPresent(
                            c.appearance(),
                            (_, one) ->
                                    new Line(
                                            one.on(),
                                            one.wish(),
                                            today.isBefore(one.on())
                                                    ? Became.CALLED_OFF
                                                    : Became.CALLED_OFF_LATE));
            case AppearanceCommand.RecordAppearance c ->
                    lines.computeIfPresent(
                            c.appearance(),
                            (_, one) ->
                                    new Line(
                                            one.on(),
                                            one.wish(),
                                            c.kept() ? Became.CAME : Became.MISSED));
        }
    }

    void wish(int number) {
        lines.computeIfPresent(number, (_, one) -> new Line(one.on(), true, one.became()));
    }

    /** Whether the program has the same lines. */
    boolean isLike(TravellerState t) {
        var theirs =
                t.appearances().orElse(Appearances.NONE).all().stream()
                        .map(one ->
                                new Line(
                                        day(one.at()),
                                        one.wish().isPresent(),
                                        one.end()
                                                .map(end ->
                                                        switch (end) {
                                                            case KEPT -> Became.CAME;
                                                            case MISSED -> Became.MISSED;
                                                            case CANCELLED -> Became.CALLED_OFF;
                                                            case CANCELLED_LATE ->
                                                                    Became.CALLED_OFF_LATE;
                                                        })
                                                .orElse(Became.COMES)))
                        .toList();
        return theirs.equals(List.copyOf(lines.values()));
    }
}
