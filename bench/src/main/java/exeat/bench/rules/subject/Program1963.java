package exeat.bench.rules.subject;

import exeat.rules.Directive;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Burden;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directive of 1963 as a programmer who has read it would write it: a chain of ifs, with the
 * parts of each finding prepared. It does not use the pack's tables.
 */
public final class Program1963 {

    /** A person as a programmer would represent them; a withheld fact counts as false. */
    public record Applicant(
            boolean addressed,
            BenchPurpose journey,
            boolean korean,
            boolean asked,
            boolean build,
            boolean relations,
            boolean ethnic,
            boolean listed,
            boolean kin,
            Facts facts) {}

    private static final FactName ADDRESSED = new FactName("residence addressed");
    private static final FactName PURPOSE = new FactName("purpose");
    private static final FactName NATIONALITY = new FactName("nationality");
    private static final FactName ASKED = new FactName("asked to return");
    private static final FactName BUILD = new FactName("applied to build");
    private static final FactName RELATIONS = new FactName("relations in Korea");
    private static final FactName ETHNICITY = new FactName("ethnicity");
    private static final FactName LISTED = new FactName("on a request list");
    private static final FactName KIN = new FactName("officer kinship");

    private static final Value TRUE = Value.of(true);
    private static final Value FALSE = Value.of(false);

    private static final List<String> NO_TEXTS = List.of();
    private static final List<FactName> NOTHING_OPEN = List.of();
    private static final List<String> TO_SET_ASIDE_A =
            List.of("relations-not-found", "application-not-theirs");
    private static final List<String> TO_SET_ASIDE_C =
            List.of("request-not-made", "kinship-not-found");

    private final Directive directive;
    private final Ground returning;
    private final Ground settling;
    private final Ground building;
    private final Ground requested;
    private final Ground outside;
    private final Burden settle = burden(BenchPurpose.SETTLE, false);
    private final Burden settleNational = burden(BenchPurpose.SETTLE, true);
    private final Burden comeBack = burden(BenchPurpose.RETURN, false);
    private final Burden comeBackNational = burden(BenchPurpose.RETURN, true);
    private final Burden trip = burden(BenchPurpose.TRIP, false);

    /**
     * @param directive used only for its reference and paragraphs
     */
    public Program1963(Directive directive) {
        this.directive = directive;
        this.returning = ground("return-of-a-national", "2.3", "B");
        this.settling = ground("settling-national-who-asks-to-return", "2.3", "B");
        this.building = ground("ethnic-korean-who-would-build", "2.1", "A");
        this.requested = ground("officers-family-on-request", "3.1", "C");
        this.outside =
                new Ground(
                        "outside-the-addressees",
                        directive.paragraph("0").orElseThrow(),
                        Optional.empty());
    }

    private Ground ground(String rule, String paragraph, String route) {
        return new Ground(rule, directive.paragraph(paragraph).orElseThrow(), Optional.of(route));
    }

    private static Burden burden(BenchPurpose journey, boolean national) {
        var clearances =
                switch (journey) {
                    case SETTLE -> clearances(10, 15);
                    case RETURN -> clearances(7, 10);
                    case TRIP -> clearances(3, 5);
                };
        var documents =
                switch (journey) {
                    case SETTLE ->
                            national
                                    ? List.of("nationality-paper", "word-on-relations")
                                    : List.of("word-on-relations");
                    case RETURN -> List.of(national ? "nationality-paper" : "word-on-relations");
                    case TRIP -> List.of("word-on-kinship");
                };
        var all = new java.util.ArrayList<>(List.of("identity-paper", "photograph"));
        all.addAll(documents);
        boolean isTrip = journey == BenchPurpose.TRIP;
        int decisionDays =
                switch (journey) {
                    case SETTLE -> 15;
                    case RETURN -> 10;
                    case TRIP -> 5;
                };
        return new Burden(
                clearances,
                all,
                BigDecimal.ZERO,
                1,
                decisionDays,
                isTrip ? 90 : 180,
                isTrip,
                0,
                Optional.empty(),
                List.of());
    }

    private static List<ClearanceDemand> clearances(int identity, int formalities) {
        return List.of(
                new ClearanceDemand("identity", function("public security"), identity, true),
                new ClearanceDemand(
                        "exit-formalities", function("foreign affairs"), formalities, true));
    }

    private static UnitFunction function(String word) {
        return UnitFunction.of(word).orElseThrow();
    }

    /** The person that a map describes; it must have every decisive fact. */
    public static Applicant applicant(Map<String, Object> raw) {
        Map<FactName, Value> facts = HashMap.newHashMap(9);
        boolean addressed = is(raw, ADDRESSED, facts);
        var purpose = text(raw, PURPOSE, facts);
        var nationality = text(raw, NATIONALITY, facts);
        boolean asked = is(raw, ASKED, facts);
        boolean build = is(raw, BUILD, facts);
        boolean relations = is(raw, RELATIONS, facts);
        var ethnicity = text(raw, ETHNICITY, facts);
        boolean listed = is(raw, LISTED, facts);
        boolean kin = is(raw, KIN, facts);
        return new Applicant(
                addressed,
                BenchPurpose.of(purpose),
                nationality.equals("KP"),
                asked,
                build,
                relations,
                ethnicity.equals("korean"),
                listed,
                kin,
                new Facts(facts));
    }

    private static boolean is(Map<String, Object> raw, FactName name, Map<FactName, Value> facts) {
        if (raw.get(name.text()) instanceof Boolean truth) {
            facts.put(name, truth ? TRUE : FALSE);
            return truth;
        }
        facts.put(name, Value.WITHHELD);
        return false;
    }

    private static String text(Map<String, Object> raw, FactName name, Map<FactName, Value> facts) {
        var text = (String) raw.getOrDefault(name.text(), "");
        facts.put(name, text.equals("withheld") ? Value.WITHHELD : Value.of(text));
        return text;
    }

    /** The directive's finding for a person. */
    public Finding decide(Applicant person) {
        if (!person.addressed()) {
            return refer(person, ReferReason.BY_RULE, List.of(outside));
        }
        if (person.journey() == BenchPurpose.TRIP) {
            return person.listed() && person.kin()
                    ? new Finding(
                            directive.ref(),
                            Outcome.APPROVE_IN_GENERAL,
                            Optional.empty(),
                            BenchPurpose.TRIP.purpose(),
                            List.of("C"),
                            trip,
                            List.of(requested),
                            person.facts(),
                            NOTHING_OPEN,
                            List.of("telegram-182"),
                            TO_SET_ASIDE_C)
                    : refer(person, ReferReason.UNCOVERED, List.of());
        }
        boolean national =
                person.korean() && (person.journey() == BenchPurpose.RETURN || person.asked());
        boolean builder = person.build() && person.relations() && person.ethnic();
        if (national) {
            var first = person.journey() == BenchPurpose.RETURN ? returning : settling;
            return approve(
                    person,
                    Outcome.APPROVE_ALWAYS,
                    builder ? List.of("A", "B") : List.of("B"),
                    builder ? List.of(first, building) : List.of(first),
                    NO_TEXTS);
        }
        return builder
                ? approve(
                        person,
                        Outcome.APPROVE_IN_GENERAL,
                        List.of("A"),
                        List.of(building),
                        TO_SET_ASIDE_A)
                : refer(person, ReferReason.UNCOVERED, List.of());
    }

    private Finding approve(
            Applicant person,
            Outcome outcome,
            List<String> routes,
            List<Ground> grounds,
            List<String> toSetAside) {
        return new Finding(
                directive.ref(),
                outcome,
                Optional.empty(),
                person.journey().purpose(),
                routes,
                burden(person),
                grounds,
                person.facts(),
                NOTHING_OPEN,
                NO_TEXTS,
                toSetAside);
    }

    private Finding refer(Applicant person, ReferReason why, List<Ground> grounds) {
        return new Finding(
                directive.ref(),
                Outcome.REFER,
                Optional.of(why),
                person.journey().purpose(),
                NO_TEXTS,
                burden(person),
                grounds,
                person.facts(),
                NOTHING_OPEN,
                NO_TEXTS,
                NO_TEXTS);
    }

    private Burden burden(Applicant person) {
        return switch (person.journey()) {
            case SETTLE -> person.korean() ? settleNational : settle;
            case RETURN -> person.korean() ? comeBackNational : comeBack;
            case TRIP -> trip;
        };
    }
}
