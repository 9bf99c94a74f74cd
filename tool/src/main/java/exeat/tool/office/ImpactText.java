package exeat.tool.office;

import exeat.desk.Office;
import exeat.oversight.CaseloadImpact;
import exeat.rules.Directive;
import exeat.rules.DirectiveComparison;
import exeat.rules.finding.FindingDifference.Direction;
import java.util.Locale;
import java.util.Optional;

/** Who would come out differently under a stored version, as text. */
public final class ImpactText {

    private ImpactText() {}

    /** Empty if there is no such version. */
    public static String of(DataOptions options, String id, String version) {
        return OperatorSession.in(
                options, office -> find(office, id, version).map(d -> text(office, d)).orElse(""));
    }

    /** The version in force and the stored one; empty where there is no such version. */
    public static Optional<DirectiveComparison> versions(
            DataOptions options, String id, String version) {
        return OperatorSession.in(
                options,
                office ->
                        find(office, id, version)
                                .flatMap(newer ->
                                        office.register()
                                                .directive(id)
                                                .map(now -> DirectiveComparison.of(now, newer))));
    }

    private static Optional<Directive> find(Office office, String id, String version) {
        var register = office.register();
        return register.directives().stream()
                .filter(ref -> ref.id().equals(id))
                .filter(ref ->
                        ref.version().equals(version)
                                || (version.length() >= 8 && ref.hash().startsWith(version)))
                .findFirst()
                .map(register::directive);
    }

    private static String text(Office office, Directive directive) {
        var impact = office.impactAnalysis().count(directive);
        var text = new StringBuilder();
        text.append(
                "%s version %s: better %s, worse %s, both %s, the same %s%n"
                        .formatted(
                                directive.ref().id(),
                                directive.ref().version(),
                                impact.total(Direction.BETTER).text(),
                                impact.total(Direction.WORSE).text(),
                                impact.total(Direction.MIXED).text(),
                                impact.same().text()));
        impact.lines().forEach(line -> text.append(line(line)));
        return text.toString();
    }

    private static String line(CaseloadImpact.Line line) {
        return "%-20s %-6s %-18s -> %-18s %-11s %6s%n"
                .formatted(
                        line.unit(),
                        line.open() ? "open" : "closed",
                        words(line.before().name()),
                        words(line.after()),
                        words(line.way()),
                        line.n().text());
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
