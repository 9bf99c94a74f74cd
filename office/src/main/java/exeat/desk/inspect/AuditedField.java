package exeat.desk.inspect;

import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.rules.prove.ProofWording;
import exeat.rules.source.StoredWord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A field of a step as an auditor is told it: typed, so that a page can say it in the reader's
 * language.
 *
 * @param path what it is the field of, from the outside in
 * @param told its values, in order; empty for an empty list
 */
public record AuditedField(List<LabelPart> path, List<ToldValue> told) {

    public AuditedField {
        path = List.copyOf(path);
        told = List.copyOf(told);
    }

    static AuditedField of(List<LabelPart> path, ToldValue... told) {
        return new AuditedField(path, List.of(told));
    }

    /** A part of a field's name. */
    public sealed interface LabelPart {
        /** As the file for programs has it. */
        String plain();

        /**
         * A field of something stored.
         *
         * @param word its words, such as {@code taken over by}
         * @param meaning what it is where one word stands for several things, such as {@code
         *     valid-from}; else its word
         */
        record FieldName(String word, String meaning) implements LabelPart {
            FieldName(String word) {
                this(word, word);
            }

            @Override
            public String plain() {
                return word;
            }
        }

        /** A traveller of the application. */
        record OfPerson(TravellerNo no) implements LabelPart {
            @Override
            public String plain() {
                return "traveller " + no.number();
            }
        }

        /** A fact that the finding read. */
        record ReadFact(FactName fact) implements LabelPart {
            @Override
            public String plain() {
                return "fact " + fact;
            }
        }

        /** A fact that somebody stated. */
        record StatedFact(FactName fact) implements LabelPart {
            @Override
            public String plain() {
                return fact.text();
            }
        }
    }

    /** What is told. */
    public sealed interface ToldValue {
        /** As the file for programs has it. */
        String plain();

        /** Words as they were written, a number or an identifier: the same in every language. */
        record ToldText(String text) implements ToldValue {
            @Override
            public String plain() {
                return text;
            }
        }

        /** Protected, or it could tell something protected. */
        record Protected() implements ToldValue {
            @Override
            public String plain() {
                return "protected, not shown to auditors";
            }
        }

        /** The name of a fact that is protected. */
        record ProtectedFact() implements ToldValue {
            @Override
            public String plain() {
                return "a protected fact";
            }
        }

        /** What is not shown; not even its length, by which some texts are known. */
        record NotShown() implements ToldValue {
            @Override
            public String plain() {
                return "not shown";
            }
        }

        /** What somebody showed: that they signed in with their own secret. */
        record PersonsSecret() implements ToldValue {
            @Override
            public String plain() {
                return Safeguard.Consent.OWN_SECRET;
            }
        }

        /**
         * One who has parental responsibility.
         *
         * @param index among those of the child, from 0
         * @param name as given in the application; empty where names are not shown
         * @param party their number if they are in this application
         */
        record ToldGuardian(int index, String name, Optional<TravellerNo> party)
                implements ToldValue {
            @Override
            public String plain() {
                return Integer.toString(index);
            }
        }

        record ToldTruth(boolean truth) implements ToldValue {
            @Override
            public String plain() {
                return Boolean.toString(truth);
            }
        }

        record ToldDay(LocalDate day) implements ToldValue {
            @Override
            public String plain() {
                return day.toString();
            }
        }

        /** As far as it is known. */
        record ToldBirth(BirthDate born) implements ToldValue {
            @Override
            public String plain() {
                return born.text();
            }
        }

        record ToldMoment(Instant at) implements ToldValue {
            @Override
            public String plain() {
                return at.toString();
            }
        }

        /** A person by number, with the name that this audit has for them. */
        record ToldPerson(TravellerNo no, AuditName name) implements ToldValue {
            @Override
            public String plain() {
                return name.isOwn() ? no.toString() : no + " (" + name + ")";
            }
        }

        record ToldName(AuditName name) implements ToldValue {
            @Override
            public String plain() {
                return name.toString();
            }
        }

        record ToldUnit(AuthorityId unit) implements ToldValue {
            @Override
            public String plain() {
                return unit.text();
            }
        }

        record ToldFunction(UnitFunction function) implements ToldValue {
            @Override
            public String plain() {
                return function.word();
            }
        }

        record ToldFact(FactName fact) implements ToldValue {
            @Override
            public String plain() {
                return fact.text();
            }
        }

        record ToldFactValue(FactName fact, Value value) implements ToldValue {
            @Override
            public String plain() {
                return ProofWording.value(value);
            }
        }

        record ToldOutcome(Outcome outcome) implements ToldValue {
            @Override
            public String plain() {
                return word(outcome);
            }
        }

        record ToldPurpose(Purpose purpose) implements ToldValue {
            @Override
            public String plain() {
                return word(purpose);
            }
        }

        /** A clearance of the pack. */
        record ToldClearance(String name) implements ToldValue {
            @Override
            public String plain() {
                return name;
            }
        }

        /** A document by its kind in the pack. */
        record ToldDocument(String kind) implements ToldValue {
            @Override
            public String plain() {
                return kind;
            }
        }

        /** A nationality by ISO 3166-1 alpha-2, or {@code none}. */
        record ToldCountry(String code) implements ToldValue {
            @Override
            public String plain() {
                return code;
            }
        }

        /** A constant of a set that is stored, such as a channel. */
        record ToldConstant(StoredWord constant) implements ToldValue {
            @Override
            public String plain() {
                return word(constant);
            }
        }

        /**
         * Which of a closed set of records it is, such as {@code place hold}.
         *
         * @param word its stored name, with spaces
         */
        record ToldKind(String word) implements ToldValue {
            @Override
            public String plain() {
                return word;
            }
        }

        /** What an officer had to do, as deadlines and queues name it. */
        record ToldTask(String task) implements ToldValue {
            @Override
            public String plain() {
                return task;
            }
        }

        /** The parts of one thing in a list. */
        record Together(List<ToldValue> parts) implements ToldValue {
            public Together {
                parts = List.copyOf(parts);
            }

            @Override
            public String plain() {
                return parts.stream().map(ToldValue::plain).collect(Collectors.joining(" "));
            }
        }

        private static String word(StoredWord word) {
            return word.stored().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Its name as the file for programs has it; the same for the same path. */
    public String label() {
        var label = new StringBuilder();
        for (int at = 0; at < path.size(); at++) {
            label.append(at == 0 ? "" : ".").append(path.get(at).plain());
        }
        return label.toString();
    }

    /** What is told, as the file for programs has it. */
    public String text() {
        return told.stream().map(ToldValue::plain).collect(Collectors.joining(", "));
    }

    /** Fields by their names; the last one of a name counts. */
    static Map<String, String> plain(List<AuditedField> fields) {
        var plain = new LinkedHashMap<String, String>();
        fields.forEach(field -> plain.put(field.label(), field.text()));
        return plain;
    }

    /** A stored field below a path. */
    static List<LabelPart> below(List<LabelPart> path, String word) {
        return below(path, new LabelPart.FieldName(word));
    }

    /** The path with one more part. */
    static List<LabelPart> below(List<LabelPart> path, LabelPart name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
