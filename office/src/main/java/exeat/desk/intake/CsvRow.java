package exeat.desk.intake;

import exeat.casework.value.Document;
import exeat.casework.value.Guardian;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Purpose;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One row of a file: a traveller, or its errors. No message repeats a value, since it may be
 * personal.
 *
 * @param line where it begins, counted from 1
 */
record CsvRow(CsvColumns columns, long line, List<String> values) {

    CsvRow {
        values = List.copyOf(values);
    }

    /** The trimmed text of a column; empty if there is none. */
    String text(String name) {
        int column = columns.column(name);
        return column == 0 || column > values.size() ? "" : values.get(column - 1).strip();
    }

    CsvIntake.BadRow bad(String field, String message) {
        return new CsvIntake.BadRow(line, columns.column(field), field, message);
    }

    /** The traveller with this number; empty when the list of problems grew. */
    Optional<Traveller> traveller(TravellerNo no, List<CsvIntake.BadRow> problems) {
        int before = problems.size();
        if (values.size() != columns.header().size()) {
            problems.add(
                    new CsvIntake.BadRow(
                            line,
                            0,
                            "",
                            "has %d fields, the header has %d"
                                    .formatted(values.size(), columns.header().size())));
            return Optional.empty();
        }
        var names = names(problems);
        var birth = LunarDates.read(text("birth_date"));
        if (birth.isEmpty()) {
            problems.add(bad("birth_date", LunarDates.FORMS));
        }
        var residence = read("residence", "not the id of a unit", AuthorityId::new, problems);
        var purpose = purpose(problems);
        var facts = facts(problems);
        var guardians = guardians(problems);
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new Traveller(
                        no,
                        names,
                        birth.orElseThrow(),
                        text("nationality"),
                        residence.orElseThrow(),
                        purpose.orElseThrow(),
                        facts,
                        documents(),
                        guardians,
                        text("language"),
                        Optional.of(text("contact")).filter(contact -> !contact.isEmpty())));
    }

    private <T> Optional<T> read(
            String field,
            String message,
            Function<String, T> reader,
            List<CsvIntake.BadRow> problems) {
        try {
            return Optional.of(reader.apply(text(field)));
        } catch (IllegalArgumentException | DateTimeException not) {
            problems.add(bad(field, message));
            return Optional.empty();
        }
    }

    private Optional<Purpose> purpose(List<CsvIntake.BadRow> problems) {
        var word = text("purpose");
        var found = columns.purposes().stream().filter(one -> one.word().equals(word)).findFirst();
        if (found.isEmpty()) {
            var words =
                    columns.purposes().stream()
                            .map(Purpose::word)
                            .collect(Collectors.joining(", "));
            problems.add(bad("purpose", "not one of " + words));
        }
        return found;
    }

    private List<PersonName> names(List<CsvIntake.BadRow> problems) {
        var names = new ArrayList<PersonName>();
        for (var script : columns.scripts()) {
            var prefix = "name_" + script.toLowerCase(java.util.Locale.ROOT);
            var family = text(prefix + "_family");
            var given = text(prefix + "_given");
            if (!family.isEmpty() || !given.isEmpty()) {
                names.add(new PersonName(script, family, given));
            }
        }
        if (names.isEmpty()) {
            var first = columns.scripts().getFirst().toLowerCase(java.util.Locale.ROOT);
            problems.add(bad("name_" + first + "_family", "the traveller's name is missing"));
        }
        return names;
    }

    private Facts facts(List<CsvIntake.BadRow> problems) {
        var facts = new HashMap<FactName, Value>();
        columns.facts()
                .forEach((column, fact) -> {
                    var text = text(column);
                    if (!text.isEmpty()) {
                        fact.parse(text)
                                .ifPresentOrElse(
                                        value -> facts.put(fact.name(), value),
                                        () ->
                                                problems.add(
                                                        bad(column, "not a value of this fact")));
                    }
                });
        return new Facts(facts);
    }

    private List<Guardian> guardians(List<CsvIntake.BadRow> problems) {
        var guardians = new ArrayList<Guardian>();
        for (int n = 1; n <= 9; n++) {
            var name = text("guardian_" + n + "_name");
            var traveller = text("guardian_" + n + "_traveller");
            if (!traveller.isEmpty() && !traveller.matches("[0-9]{1,3}")) {
                problems.add(bad("guardian_" + n + "_traveller", "not a traveller's number, or 0"));
            } else if (!name.isEmpty() || !traveller.isEmpty()) {
                var party =
                        Optional.of(traveller)
                                .filter(number -> !number.isEmpty())
                                .map(number -> new TravellerNo(Integer.parseInt(number)));
                guardians.add(new Guardian(name, party));
            }
        }
        return guardians;
    }

    private List<Document> documents() {
        return columns.header().stream()
                .filter(name -> name.startsWith(CsvColumns.DOCUMENT))
                .filter(name -> !text(name).isEmpty())
                .map(name ->
                        new Document(
                                name.substring(CsvColumns.DOCUMENT.length()).strip(), text(name)))
                .toList();
    }

    /** The principal, if one is named who does not travel. */
    Optional<PersonName> principal(List<CsvIntake.BadRow> problems) {
        var family = text("principal_family");
        var given = text("principal_given");
        if (family.isEmpty() && given.isEmpty()) {
            return Optional.empty();
        }
        return read(
                "principal_script",
                "not a script like Latn or Hang",
                script -> new PersonName(script, family, given),
                problems);
    }
}
