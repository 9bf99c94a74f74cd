package exeat.bench.rules.subject;

import exeat.bench.pack.MeasuredPack;
import exeat.rules.Directive;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workload's table as the routes of a pack, and the reference's findings under it. */
public final class TablePack {

    private static final String ID = "measured";

    private TablePack() {}

    /** The files by name. */
    public static Map<String, byte[]> files(Workload workload) {
        var writer = new TableDmn(TableDmn.Dialect.PACK);
        var rows = workload.rows();
        return MeasuredPack.alone(
                        ID,
                        """
                        zone: Europe/Paris
                        facts:
                          - {name: status, type: text, use: decide, values: [%s]}
                          - {name: purpose, type: text, use: decide, values: [%s], source: purpose}
                          - {name: sponsored, type: boolean, use: decide}
                          - {name: income, type: number, use: decide, scale: 2}
                          - {name: fee, type: number, use: decide, scale: 2}
                          - {name: age, type: number, use: decide, scale: 0}
                          - {name: arrived, type: date, use: decide}
                        """
                                .formatted(
                                        String.join(", ", Workload.STATUSES),
                                        String.join(", ", Workload.PURPOSES)),
                        writer.of(rows),
                        writer.of(rows.subList(0, Math.min(rows.size(), 12))))
                .files();
    }

    public static BenchSubject subject(Workload workload) {
        var files = files(workload);
        var directive = BenchSubject.read(ID, files);
        var reader = new RawFacts(directive.vocabulary());
        var people = new ArrayList<Map<String, Object>>();
        var expected = new ArrayList<Finding>();
        for (int at = 0; at < workload.cases().size(); at++) {
            var person = workload.cases().get(at);
            people.add(person.raw());
            expected.add(
                    finding(
                            directive,
                            workload.expected().get(at),
                            BenchPurpose.of(person.purpose()),
                            reader.of(person.raw())));
        }
        return new BenchSubject(
                "%,d rules over 7 facts, FIRST".formatted(workload.rows().size()),
                files,
                directive,
                workload.rows(),
                TableDmn.factNames(),
                people,
                expected,
                known -> PossibleFindings.ofTable(directive, workload.rows(), known));
    }

    /**
     * The finding that follows from the deciding rule.
     *
     * @param rule its number, or {@link Workload#NO_RULE}
     */
    static Finding finding(Directive directive, int rule, BenchPurpose journey, Facts facts) {
        boolean none = rule == Workload.NO_RULE;
        var outcome = none ? Outcome.REFER : Procedure.outcome(rule);
        var route = none ? Optional.<String>empty() : Procedure.route(rule);
        var why = none ? ReferReason.UNCOVERED : ReferReason.BY_RULE;
        return new Finding(
                directive.ref(),
                outcome,
                outcome.approves() ? Optional.empty() : Optional.of(why),
                journey.purpose(),
                route.stream().toList(),
                Procedure.burden(journey),
                none ? List.of() : List.of(ground(directive, rule)),
                facts,
                List.of(),
                List.of(),
                Procedure.grounds(journey, route.orElse("")));
    }

    /** The grounds of a finding based on this rule. */
    public static Ground ground(Directive directive, int rule) {
        return new Ground(
                Workload.id(rule), directive.paragraph("1").orElseThrow(), Procedure.route(rule));
    }
}
