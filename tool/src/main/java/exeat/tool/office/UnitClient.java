package exeat.tool.office;

import exeat.casework.state.UnitRegister;
import exeat.casework.value.UnitChange;
import exeat.desk.Office;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the commands on units ask the office for. */
public final class UnitClient {

    private static final String ENGLISH = Locale.ENGLISH.getLanguage();

    private UnitClient() {}

    /** Every unit as it is on a day, a line each. */
    public static String list(DataOptions options, Optional<LocalDate> day) {
        return OperatorSession.in(
                options,
                office -> {
                    var on = day.orElseGet(() -> office.unitAdministration().today());
                    var register = office.register().units().whole();
                    return register.founded().keySet().stream()
                            .map(unit -> line(office, register, unit, on))
                            .collect(Collectors.joining());
                });
    }

    private static String line(
            Office office, UnitRegister register, AuthorityId unit, LocalDate on) {
        var above = register.parent(unit, on).map(parent -> "below " + parent).orElse("");
        var ending =
                register.ending(unit)
                        .filter(_ -> !register.isOpen(unit, on))
                        .map(end -> ", " + said(end))
                        .orElse("");
        return "%-20s %s; %s%s"
                        .formatted(unit, name(office, register, unit, on), above, ending)
                        .strip()
                + "\n";
    }

    private static String name(
            Office office, UnitRegister register, AuthorityId unit, LocalDate on) {
        return register.name(unit, on, ENGLISH)
                .or(() ->
                        office.register().offered().stream()
                                .flatMap(pack -> pack.authorities().find(unit).stream())
                                .map(Authority::name)
                                .findFirst())
                .orElse(unit.text());
    }

    /** What became of a unit; empty if there is no such unit. */
    public static String history(DataOptions options, String id) {
        return OperatorSession.in(
                options,
                office -> {
                    var register = office.register().units().whole();
                    return register.founded().entrySet().stream()
                            .filter(unit -> unit.getKey().text().equals(id))
                            .findFirst()
                            .map(unit -> history(register, unit.getKey(), unit.getValue()))
                            .orElse("");
                });
    }

    private static String history(
            UnitRegister register, AuthorityId unit, UnitRegister.Founding founding) {
        return "%s in the register since %s, with the version %s%n"
                        .formatted(
                                unit,
                                founding.at().atZone(ZoneOffset.UTC).toLocalDate(),
                                founding.directive().substring(0, 16))
                + register.history(unit).stream()
                        .map(UnitClient::line)
                        .collect(Collectors.joining());
    }

    private static String line(UnitRegister.Change made) {
        return "%s %s, by %s and %s on %s: %s%n"
                .formatted(
                        made.change().unit(),
                        said(made.change()),
                        made.first(),
                        made.second(),
                        made.at().atZone(ZoneOffset.UTC).toLocalDate(),
                        made.reason());
    }

    private static String said(UnitChange change) {
        return switch (change) {
            case UnitChange.Renamed(_, var names, var from) ->
                    "named \"%s\" from %s".formatted(names.get(ENGLISH), from);
            case UnitChange.Moved(_, var parent, var from) ->
                    "moved below %s from %s".formatted(parent, from);
            case UnitChange.Merged(_, var successor, var from) ->
                    "merged into %s from %s".formatted(successor, from);
            case UnitChange.Closed(_, var from) -> "closed from " + from;
        };
    }
}
