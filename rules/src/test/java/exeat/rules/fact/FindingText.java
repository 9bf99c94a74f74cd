package exeat.rules.fact;

import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Ground;
import java.util.StringJoiner;

/** A finding as lines that read well in a diff. */
public final class FindingText {

    private FindingText() {}

    public static String of(Finding finding) {
        var lines = new StringJoiner("\n", "", "\n");
        lines.add("outcome: " + finding.outcome().word());
        finding.why().ifPresent(why -> lines.add("why: " + why));
        lines.add("purpose: " + finding.purpose().word());
        finding.routes().forEach(route -> lines.add("route: " + route));
        finding.grounds().forEach(ground -> lines.add("ground: " + text(ground)));
        finding.unanswered().forEach(fact -> lines.add("unanswered: " + fact));
        finding.instrumentsNotHeld().forEach(id -> lines.add("not held: " + id));
        finding.setAsideGrounds().forEach(id -> lines.add("may be set aside: " + id));
        var burden = finding.burden();
        burden.clearances().forEach(demand -> lines.add("clearance: " + text(demand)));
        burden.documents().forEach(document -> lines.add("document: " + document));
        lines.add(
                "paper: %d days, re-entry %s, fee %s, appearances %d"
                        .formatted(
                                burden.validityDays(),
                                burden.reentry(),
                                burden.fee().toPlainString(),
                                burden.appearances()));
        if (burden.interviews() > 0) {
            lines.add("interviews: " + burden.interviews());
        }
        burden.quota().ifPresent(places -> lines.add("quota: " + places + " a year"));
        burden.outputs()
                .forEach(given ->
                        lines.add(given.output().name() + ": " + ValueText.of(given.value())));
        lines.add("a person decides within: " + burden.decisionDays() + " days");
        finding.facts()
                .values()
                .forEach((name, value) -> lines.add("fact: " + name + " = " + ValueText.of(value)));
        return lines.toString();
    }

    private static String text(Ground ground) {
        return ground.rule()
                + ", paragraph "
                + ground.paragraph().number()
                + ground.route().map(route -> ", route " + route).orElse("");
    }

    private static String text(ClearanceDemand demand) {
        return "%s by %s within %d days%s"
                .formatted(
                        demand.name(),
                        demand.function().word(),
                        demand.days(),
                        demand.assumed() ? ", assumed" : "");
    }
}
