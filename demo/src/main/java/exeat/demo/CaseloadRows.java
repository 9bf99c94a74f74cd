package exeat.demo;

import exeat.casework.value.PersonName;
import exeat.desk.base.CsvWriter;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of the caseload's file. */
final class CaseloadRows {

    /** Written in every row, for anyone who finds the file. */
    private static final String NOBODY = "made up: nobody has this name";

    private static final List<String> SCRIPTS = List.of("Hang", "Hani", "Latn");

    /** What a clerk gets wrong, by the day on which the row comes in. */
    private static final Map<Integer, String> BAD =
            Map.of(
                    0, "X1,,,,,Kim,Chol Su,1931-02-30,CN,jl-yanji,settle,ko",
                    2, "X2,,,,,Pak,Yong Ok,1928-07-01,China,jl-tumen,settle,ko",
                    5, "X3,,,,,,,1940-01-15,KP,jl-hunchun,return,ko",
                    8, "X4,,,,,Ri,Myong Ho,1935-11-09,KP,jl-nowhere,return,ko",
                    11, "X5,,,,,Jong,Hwa Sun,1933-03-03,CN,hl-ningan,emigrate,ko",
                    14, "X6,,,,,Choe,Kum Il,2024-05-05,KP,ln-dandong,return,ko",
                    19, "X7,,,,,Yun,Sun Hui,1930-09-20,CN,jl-helong,trip",
                    23, "X8,,,,,O,Il Nam,1938-12-01,CN,jl-jian,settle,ko");

    private final List<String> facts;

    /** Rows with the facts that a directive lets people declare, in the order of its form. */
    CaseloadRows(Vocabulary vocabulary) {
        facts =
                vocabulary.facts().stream()
                        .filter(fact -> fact.source() == FactDefinition.Source.DECLARED)
                        .map(fact -> fact.name().text())
                        .toList();
    }

    String header() {
        return CsvWriter.line(columns());
    }

    private List<String> columns() {
        return Stream.of(
                        Stream.of("application"),
                        SCRIPTS.stream().flatMap(CaseloadRows::nameColumns),
                        Stream.of("birth_date", "nationality", "residence", "purpose", "language"),
                        Stream.of("contact", "guardian_1_name", "guardian_1_traveller"),
                        Stream.of("guardian_2_name", "guardian_2_traveller"),
                        facts.stream().map(fact -> "fact: " + fact))
                .flatMap(columns -> columns)
                .toList();
    }

    private static Stream<String> nameColumns(String script) {
        var prefix = "name_" + script.toLowerCase(java.util.Locale.ROOT);
        return Stream.of(prefix + "_family", prefix + "_given");
    }

    List<String> of(Household household) {
        return household.people().stream().map(person -> row(household, person)).toList();
    }

    private String row(Household household, Person person) {
        var cells = new ArrayList<String>();
        cells.add(household.id());
        for (var script : SCRIPTS) {
            var name = person.names().stream().filter(n -> n.script().equals(script)).findFirst();
            cells.add(name.map(PersonName::family).orElse(""));
            cells.add(name.map(PersonName::given).orElse(""));
        }
        cells.add(person.birthDate().toString());
        cells.add(person.nationality());
        cells.add(household.residence());
        cells.add(person.purpose().word());
        cells.add(person.language());
        cells.add(NOBODY);
        for (int i = 0; i < 2; i++) {
            boolean has = i < person.guardians().size();
            int guardian = has ? person.guardians().get(i) : 0;
            cells.add(has ? household.people().get(guardian - 1).names().getFirst().full() : "");
            cells.add(has ? Integer.toString(guardian) : "");
        }
        facts.forEach(fact -> cells.add(person.facts().getOrDefault(fact, "")));
        return CsvWriter.line(cells);
    }

    /** The bad rows of a day: one has too few fields, one a value that no fact has. */
    List<String> bad(int day) {
        var start = BAD.get(day);
        if (start == null) {
            return List.of();
        }
        int missing = columns().size() - start.split(",", -1).length;
        var rest =
                IntStream.range(0, missing)
                        .mapToObj(i -> i == 0 ? NOBODY : day == 23 && i == 7 ? "perhaps" : "")
                        .toList();
        return List.of(day == 19 ? start : start + "," + CsvWriter.line(rest));
    }
}
