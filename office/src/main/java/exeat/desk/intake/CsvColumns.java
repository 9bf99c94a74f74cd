package exeat.desk.intake;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Vocabulary;
import exeat.rules.finding.Purpose;
import exeat.rules.finding.Purposes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header of a file of applications: which column says what.
 *
 * <p>{@code application}, {@code birth_date}, {@code nationality}, {@code residence}, {@code
 * purpose} and {@code language} must be there, and at least one script's {@code name_SCRIPT_family}
 * with {@code name_SCRIPT_given}, such as {@code name_hang_family}. There may be {@code contact};
 * {@code principal_script}, {@code principal_family} and {@code principal_given} for a principal
 * who does not travel; {@code guardian_1_name} and {@code guardian_1_traveller}, and so on; a
 * {@code fact: NAME} for each fact that people declare; a {@code document: KIND}.
 */
final class CsvColumns {

    static final String FACT = "fact: ";
    static final String DOCUMENT = "document: ";
    private static final Set<String> NEEDED =
            Set.of("application", "birth_date", "nationality", "residence", "purpose", "language");
    private static final Set<String> ALLOWED =
            Set.of("contact", "principal_script", "principal_family", "principal_given");

    private final List<String> header;
    private final Vocabulary vocabulary;
    private final List<Purpose> purposes;
    private final Set<String> scripts = new LinkedHashSet<>();
    private final Map<String, FactDefinition> facts = new LinkedHashMap<>();
    private final List<CsvIntake.BadRow> problems = new ArrayList<>();

    CsvColumns(List<String> header, Vocabulary vocabulary) {
        this.header = List.copyOf(header);
        this.vocabulary = vocabulary;
        this.purposes = Purposes.offered(vocabulary);
        header.forEach(this::read);
        NEEDED.stream()
                .filter(name -> !header.contains(name))
                .sorted()
                .forEach(name -> problem(0, name, "the column is missing"));
        if (scripts.isEmpty()) {
            problem(0, "name_latn_family", "there is no column for a name in any script");
        }
    }

    private void read(String name) {
        if (header.indexOf(name) != header.lastIndexOf(name)) {
            problem(column(name), name, "the column appears twice");
        } else if (name.startsWith(FACT)) {
            fact(name);
        } else if (name.matches("name_[a-z]{4}_(family|given)")) {
            scripts.add(name.substring(5, 9));
        } else if (!NEEDED.contains(name)
                && !ALLOWED.contains(name)
                && !name.startsWith(DOCUMENT)
                && !name.matches("guardian_[1-9]_(name|traveller)")) {
            problem(column(name), name, "there is no such column");
        }
    }

    private void fact(String name) {
        vocabulary
                .definition(new FactName(name.substring(FACT.length()).strip()))
                .filter(fact -> fact.source() == FactDefinition.Source.DECLARED)
                .ifPresentOrElse(
                        fact -> facts.put(name, fact),
                        () -> problem(column(name), name, "this fact is not asked for"));
    }

    private void problem(int column, String field, String message) {
        problems.add(new CsvIntake.BadRow(1, column, field, message));
    }

    List<CsvIntake.BadRow> problems() {
        return problems;
    }

    List<String> header() {
        return header;
    }

    /** Counted from 1; 0 when there is no such column. */
    int column(String name) {
        return header.indexOf(name) + 1;
    }

    /** ISO 15924, in the order of the columns. */
    List<String> scripts() {
        return scripts.stream()
                .map(script ->
                        script.substring(0, 1).toUpperCase(Locale.ROOT) + script.substring(1))
                .toList();
    }

    /** What people can apply for. */
    List<Purpose> purposes() {
        return purposes;
    }

    Map<String, FactDefinition> facts() {
        return facts;
    }

    /** The column of what a rejection is about, such as {@code birthDate} or {@code facts.x-y}. */
    Optional<String> columnOf(String about) {
        if (about.startsWith("facts.")) {
            var slug = about.substring("facts.".length());
            return facts.entrySet().stream()
                    .filter(fact -> fact.getValue().name().slug().equals(slug))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
        return switch (about) {
            case "birthDate" -> Optional.of("birth_date");
            case "guardians" -> Optional.of("guardian_1_name");
            default -> Optional.of(about).filter(header::contains);
        };
    }
}
