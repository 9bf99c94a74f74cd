package exeat.desk.report;

import exeat.casework.state.BriefingState;
import exeat.desk.base.Session;
import exeat.desk.register.DirectiveRegister;
import exeat.oversight.Alarm;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Units that have not acknowledged the directive, or what its issuer said to an issue. */
final class UnreadAlarms implements AlarmSource {

    /** So long it may take to come to a unit. */
    private static final int DAYS = 3;

    private final DirectiveRegister register;

    UnreadAlarms(DirectiveRegister register) {
        this.register = register;
    }

    @Override
    public List<Alarm> alarms(
            Session session, Directive directive, Set<AuthorityId> units, Instant now) {
        var briefing = register.briefing(session, directive.ref().id());
        var before = now.minus(java.time.Duration.ofDays(DAYS));
        var zone = directive.vocabulary().zone();
        return Stream.concat(
                        directive(briefing, units, before, zone),
                        clarifications(briefing, units, before, zone))
                .toList();
    }

    private static Stream<Alarm> directive(
            BriefingState briefing, Set<AuthorityId> units, Instant before, ZoneId zone) {
        return briefing.units().entrySet().stream()
                .filter(unit -> units.contains(unit.getKey()))
                .filter(unit -> unit.getValue().acknowledged().isEmpty())
                .filter(unit -> unit.getValue().handedDown().isBefore(before))
                .map(unit ->
                        new Alarm(
                                unit.getKey(),
                                Alarm.Kind.NOT_ACKNOWLEDGED,
                                "The directive was handed down but has not been acknowledged.",
                                unit.getValue().handedDown().atZone(zone).toLocalDate(),
                                "/officer/briefing#units"));
    }

    private static Stream<Alarm> clarifications(
            BriefingState briefing, Set<AuthorityId> units, Instant before, ZoneId zone) {
        return briefing.clarified().stream()
                .filter(c -> c.at().isBefore(before))
                .flatMap(c ->
                        briefing.units().keySet().stream()
                                .filter(units::contains)
                                .filter(unit -> !c.acknowledged().containsKey(unit))
                                .map(unit ->
                                        new Alarm(
                                                unit,
                                                Alarm.Kind.NOT_ACKNOWLEDGED,
                                                "Clarification %d has not been acknowledged."
                                                        .formatted(c.number()),
                                                c.at().atZone(zone).toLocalDate(),
                                                "/officer/briefing#clarification-" + c.number())));
    }
}
