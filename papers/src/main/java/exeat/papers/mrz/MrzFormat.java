package exeat.papers.mrz;

import static exeat.papers.mrz.MrzField.BIRTH;
import static exeat.papers.mrz.MrzField.BIRTH_CHECK;
import static exeat.papers.mrz.MrzField.CODE;
import static exeat.papers.mrz.MrzField.COMPOSITE_CHECK;
import static exeat.papers.mrz.MrzField.EXPIRY;
import static exeat.papers.mrz.MrzField.EXPIRY_CHECK;
import static exeat.papers.mrz.MrzField.ISSUER;
import static exeat.papers.mrz.MrzField.NAME;
import static exeat.papers.mrz.MrzField.NATIONALITY;
import static exeat.papers.mrz.MrzField.NUMBER;
import static exeat.papers.mrz.MrzField.NUMBER_CHECK;
import static exeat.papers.mrz.MrzField.OPTIONAL;
import static exeat.papers.mrz.MrzField.OPTIONAL_CHECK;
import static exeat.papers.mrz.MrzField.SECOND_OPTIONAL;
import static exeat.papers.mrz.MrzField.SEX;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each field is, as the data structure tables of Doc 9303 parts 4 to 7 have it. */
public enum MrzFormat {

    /** A card of three lines (part 5). */
    TD1(
            3,
            30,
            List.of(
                    at(CODE, 1, 1, 2),
                    at(ISSUER, 1, 3, 5),
                    at(NUMBER, 1, 6, 14),
                    at(NUMBER_CHECK, 1, 15, 15),
                    at(OPTIONAL, 1, 16, 30),
                    at(BIRTH, 2, 1, 6),
                    at(BIRTH_CHECK, 2, 7, 7),
                    at(SEX, 2, 8, 8),
                    at(EXPIRY, 2, 9, 14),
                    at(EXPIRY_CHECK, 2, 15, 15),
                    at(NATIONALITY, 2, 16, 18),
                    at(SECOND_OPTIONAL, 2, 19, 29),
                    at(COMPOSITE_CHECK, 2, 30, 30),
                    at(NAME, 3, 1, 30))),

    /** A card or sheet of two short lines (part 6). */
    TD2(2, 36, twoLines(36, 35, List.of(at(COMPOSITE_CHECK, 2, 36, 36)))),

    /** A passport (part 4). */
    TD3(
            2,
            44,
            twoLines(
                    44,
                    42,
                    List.of(at(OPTIONAL_CHECK, 2, 43, 43), at(COMPOSITE_CHECK, 2, 44, 44)))),

    /** A visa of full size (part 7); without composite check digit. */
    MRV_A(2, 44, twoLines(44, 44, List.of())),

    /** A small visa (part 7); without composite check digit. */
    MRV_B(2, 36, twoLines(36, 36, List.of()));

    private final int lines;
    private final int columns;

    /** Never changed after it is made. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<MrzField, Place> places;

    MrzFormat(int lines, int columns, List<Place> places) {
        this.lines = lines;
        this.columns = columns;
        var byField = new EnumMap<MrzField, Place>(MrzField.class);
        places.forEach(place -> byField.put(place.field(), place));
        this.places = Collections.unmodifiableMap(byField);
    }

    /** Columns of a line, counted from 1, both ends included. */
    record Place(MrzField field, int line, int from, int to) {

        int length() {
            return to - from + 1;
        }

        String in(List<String> lines) {
            return lines.get(line - 1).substring(from - 1, to);
        }
    }

    private static Place at(MrzField field, int line, int from, int to) {
        return new Place(field, line, from, to);
    }

    /**
     * What passport, visas and TD2 have in common; they differ in width and in what ends line 2.
     */
    private static List<Place> twoLines(int columns, int optionalTo, List<Place> end) {
        var all =
                new ArrayList<>(
                        List.of(
                                at(CODE, 1, 1, 2),
                                at(ISSUER, 1, 3, 5),
                                at(NAME, 1, 6, columns),
                                at(NUMBER, 2, 1, 9),
                                at(NUMBER_CHECK, 2, 10, 10),
                                at(NATIONALITY, 2, 11, 13),
                                at(BIRTH, 2, 14, 19),
                                at(BIRTH_CHECK, 2, 20, 20),
                                at(SEX, 2, 21, 21),
                                at(EXPIRY, 2, 22, 27),
                                at(EXPIRY_CHECK, 2, 28, 28),
                                at(OPTIONAL, 2, 29, optionalTo)));
        all.addAll(end);
        return List.copyOf(all);
    }

    public int lines() {
        return lines;
    }

    public int columns() {
        return columns;
    }

    boolean has(MrzField field) {
        return places.containsKey(field);
    }

    /** How many characters a field has; 0 if this format lacks it. */
    public int room(MrzField field) {
        return find(field).map(Place::length).orElse(0);
    }

    Optional<Place> find(MrzField field) {
        return Optional.ofNullable(places.get(field));
    }

    /**
     * The place of a field that this format has.
     *
     * @throws IllegalArgumentException if it has none
     */
    Place place(MrzField field) {
        return find(field)
                .orElseThrow(() -> new IllegalArgumentException(this + " has no " + field));
    }

    /** Whether numbers of more than nine characters go on in the optional data (parts 5 and 6). */
    boolean takesLongNumbers() {
        return this == TD1 || this == TD2;
    }

    /**
     * The fields under the composite check digit, in their order; none if there is no such digit.
     */
    List<MrzField> composite() {
        return switch (this) {
            case TD1 ->
                    List.of(
                            NUMBER,
                            NUMBER_CHECK,
                            OPTIONAL,
                            BIRTH,
                            BIRTH_CHECK,
                            EXPIRY,
                            EXPIRY_CHECK,
                            SECOND_OPTIONAL);
            case TD2, TD3 -> {
                var fields =
                        new ArrayList<>(
                                List.of(
                                        NUMBER,
                                        NUMBER_CHECK,
                                        BIRTH,
                                        BIRTH_CHECK,
                                        EXPIRY,
                                        EXPIRY_CHECK,
                                        OPTIONAL));
                if (has(OPTIONAL_CHECK)) {
                    fields.add(OPTIONAL_CHECK);
                }
                yield List.copyOf(fields);
            }
            case MRV_A, MRV_B -> List.of();
        };
    }
}
