package exeat.desk.report;

import exeat.casework.state.VersionHistory.Version;
import exeat.desk.base.Session;
import exeat.desk.register.DirectiveRegister;
import exeat.oversight.Alarm;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Alarms the issuer of a local directive that is not proved against the directives now in force
 * above it.
 */
final class LayerAlarms implements AlarmSource {

    private final DirectiveRegister register;

    LayerAlarms(DirectiveRegister register) {
        this.register = register;
    }

    @Override
    public List<Alarm> alarms(
            Session session, Directive directive, Set<AuthorityId> units, Instant now) {
        return register.inForce().stream()
                .filter(local -> units.contains(local.authorities().root().id()))
                .flatMap(local -> alarms(local, now))
                .toList();
    }

    private Stream<Alarm> alarms(Directive local, Instant now) {
        var zone = local.vocabulary().zone();
        return register.layers().above(local).unproved().stream()
                .map(above ->
                        new Alarm(
                                local.authorities().root().id(),
                                Alarm.Kind.PARENT_CHANGED,
                                "Version %s of %s is in force above %s, which is not proved against it."
                                        .formatted(
                                                above.ref().version(),
                                                above.ref().id(),
                                                local.ref().id()),
                                since(above, now).atZone(zone).toLocalDate(),
                                "/officer/directive/" + local.ref().hash()));
    }

    private Instant since(Directive above, Instant now) {
        return register.tenure(above.ref().id()).versions().stream()
                .filter(version -> version.ref().equals(above.ref()))
                .map(Version::at)
                .reduce((_, last) -> last)
                .orElse(now);
    }
}
