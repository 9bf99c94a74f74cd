package exeat.api;

import exeat.casework.Application.Channel;
import exeat.casework.Document;
import exeat.casework.Guardian;
import exeat.casework.PersonName;
import exeat.casework.Traveller;
import exeat.casework.TravellerNo;
import exeat.desk.Draft;
import exeat.rules.AuthorityId;
import exeat.rules.Directive;
import exeat.rules.FactName;
import exeat.rules.Facts;
import exeat.rules.Purpose;
import exeat.web.Problem;
import exeat.web.Terms;
import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What programs send, and how it becomes what the desk takes. */
final class Wire {

    private Wire() {}

    record Name(String script, Optional<String> family, Optional<String> given) {}

    record Paper(String kind, String reference) {}

    record Responsible(String name, Optional<Integer> party) {}

    /** A traveller; facts by the vocabulary's names, values as it writes them. */
    record Person(
            List<Name> names,
            LocalDate birthDate,
            String nationality,
            String residence,
            String purpose,
            Optional<Map<String, String>> facts,
            Optional<List<Paper>> documents,
            Optional<List<Responsible>> guardians,
            Optional<String> language,
            Optional<String> contact) {}

    /** An application. */
    record Application(Optional<Name> principal, List<Person> travellers) {}

    /** Collects every field that is wrong, so that a caller learns of all at once. */
    private static final class Reader {
        private final List<Problem.FieldError> errors = new ArrayList<>();

        <T> Optional<T> read(String field, java.util.function.Supplier<T> value) {
            try {
                return Optional.of(value.get());
            } catch (IllegalArgumentException | NullPointerException e) {
                errors.add(
                        new Problem.FieldError(field, "The value is missing or cannot be taken."));
                return Optional.empty();
            }
        }

        void done() {
            if (!errors.isEmpty()) {
                throw new WebApplicationException(Problem.fields(errors).response());
            }
        }
    }

    static Draft draft(Application application, Channel channel, Directive directive) {
        var reader = new Reader();
        var travellers = new ArrayList<Traveller>();
        var people = application.travellers();
        for (int i = 0; people != null && i < people.size(); i++) {
            person(reader, people.get(i), i, directive).ifPresent(travellers::add);
        }
        if (people == null || people.isEmpty()) {
            reader.errors.add(new Problem.FieldError("travellers", "At least one is needed."));
        }
        var principal =
                application.principal().flatMap(n -> reader.read("principal", () -> name(n)));
        reader.done();
        return new Draft(channel, principal, travellers);
    }

    private static Optional<Traveller> person(
            Reader reader, Person person, int index, Directive directive) {
        var at = "travellers[" + index + "].";
        var names =
                reader.read(at + "names", () -> person.names().stream().map(Wire::name).toList());
        var born =
                reader.read(
                        at + "birthDate",
                        () -> java.util.Objects.requireNonNull(person.birthDate()));
        var residence = reader.read(at + "residence", () -> new AuthorityId(person.residence()));
        var purpose = reader.read(at + "purpose", () -> purpose(person.purpose()));
        var nationality =
                reader.read(
                        at + "nationality",
                        () -> java.util.Objects.requireNonNull(person.nationality()));
        var facts = facts(reader, person.facts().orElse(Map.of()), at + "facts.", directive);
        if (names.isEmpty()
                || born.isEmpty()
                || residence.isEmpty()
                || purpose.isEmpty()
                || nationality.isEmpty()) {
            return Optional.empty();
        }
        return reader.read(
                at + "names",
                () ->
                        new Traveller(
                                new TravellerNo(index + 1),
                                names.get(),
                                born.get(),
                                nationality.get(),
                                residence.get(),
                                purpose.get(),
                                facts,
                                documents(person.documents().orElse(List.of())),
                                person.guardians().orElse(List.of()).stream()
                                        .map(g ->
                                                new Guardian(
                                                        g.name(), g.party().map(TravellerNo::new)))
                                        .toList(),
                                person.language().orElse("en"),
                                person.contact()));
    }

    private static PersonName name(Name name) {
        return new PersonName(name.script(), name.family().orElse(""), name.given().orElse(""));
    }

    private static Purpose purpose(String word) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such purpose"));
    }

    static List<Document> documents(List<Paper> papers) {
        return papers.stream().map(paper -> new Document(paper.kind(), paper.reference())).toList();
    }

    /** Facts by name; an unknown name or a value that is not allowed names its field. */
    static Facts facts(Map<String, String> given, String at, Directive directive) {
        var reader = new Reader();
        var facts = facts(reader, given, at, directive);
        reader.done();
        return facts;
    }

    private static Facts facts(
            Reader reader, Map<String, String> given, String at, Directive directive) {
        var facts = Facts.NONE;
        for (var fact : given.entrySet()) {
            var definition =
                    directive.vocabulary().facts().stream()
                            .filter(known -> known.name().text().equals(fact.getKey()))
                            .findFirst();
            var value = definition.flatMap(known -> Terms.parse(known, fact.getValue()));
            if (value.isEmpty()) {
                reader.errors.add(
                        new Problem.FieldError(
                                at + fact.getKey(),
                                definition.isEmpty()
                                        ? "The vocabulary has no such fact."
                                        : "The vocabulary does not allow this value."));
            } else {
                facts = facts.with(new FactName(fact.getKey()), value.get());
            }
        }
        return facts;
    }
}
