package exeat.bench.rules.subject;

import exeat.bench.rules.subject.Said.Clearance;
import exeat.bench.rules.subject.Said.Paper;
import exeat.rules.authority.UnitFunction;
import exeat.rules.finding.Burden;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The procedure of the made-up packs: as in the directive of 1963, two clearances, two documents
 * and a paper for each purpose, and grounds for setting aside a route.
 */
public final class Procedure {

    private static final List<String> APPROVED_IN_GENERAL = List.of("B", "C");

    private Procedure() {}

    public static List<Clearance> clearances(BenchPurpose journey) {
        return switch (journey) {
            case SETTLE -> clearances(10, 15);
            case RETURN -> clearances(7, 10);
            case TRIP -> clearances(3, 5);
        };
    }

    private static List<Clearance> clearances(int identity, int goods) {
        return List.of(
                new Clearance("identity", "public security", identity),
                new Clearance("goods", "customs", goods));
    }

    public static Paper paper(BenchPurpose journey) {
        return switch (journey) {
            case SETTLE -> new Paper(180, false, 15, 20, 1);
            case RETURN -> new Paper(180, false, 10, 0, 1);
            case TRIP -> new Paper(90, true, 5, 40, 2);
        };
    }

    public static List<String> documents(BenchPurpose journey) {
        return switch (journey) {
            case SETTLE -> List.of("identity-paper", "word-on-relations");
            case RETURN -> List.of("identity-paper", "nationality-paper");
            case TRIP -> List.of("identity-paper", "word-on-the-way-back");
        };
    }

    /** The routes that can be set aside. */
    public static List<String> routesToSetAside() {
        return APPROVED_IN_GENERAL;
    }

    /** The grounds on which a route can be set aside; empty for a route that always stands. */
    public static List<String> grounds(BenchPurpose journey, String route) {
        if (!APPROVED_IN_GENERAL.contains(route)) {
            return List.of();
        }
        return List.of(
                "not-found-" + journey.word(), route.equals("B") ? "not-theirs" : "not-made");
    }

    /** A third of the rules approve always, a third approve in general, and a third refer. */
    public static Outcome outcome(int rule) {
        return switch (rule % 3) {
            case 0 -> Outcome.APPROVE_ALWAYS;
            case 1 -> Outcome.APPROVE_IN_GENERAL;
            default -> Outcome.REFER;
        };
    }

    /** A rule's route, if it approves. */
    public static Optional<String> route(int rule) {
        return switch (outcome(rule)) {
            case APPROVE_ALWAYS -> Optional.of("A");
            case APPROVE_IN_GENERAL -> Optional.of(APPROVED_IN_GENERAL.get(rule / 3 % 2));
            case REFER -> Optional.empty();
        };
    }

    public static Burden burden(BenchPurpose journey) {
        var paper = paper(journey);
        return new Burden(
                clearances(journey).stream()
                        .map(one ->
                                new ClearanceDemand(
                                        one.name(),
                                        UnitFunction.of(one.function()).orElseThrow(),
                                        one.days(),
                                        false))
                        .toList(),
                documents(journey),
                Said.fee(paper),
                paper.appearances(),
                paper.decisionDays(),
                paper.validityDays(),
                paper.reentry(),
                0,
                Optional.empty(),
                List.of());
    }
}
