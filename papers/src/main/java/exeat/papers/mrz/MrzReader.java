package exeat.papers.mrz;

import exeat.papers.mrz.MachineReadableZone.Sex;
import exeat.papers.mrz.MrzFault.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a machine-readable zone of any of the five formats. It is strict: a zone that was misread
 * by one character must not pass for another.
 */
public final class MrzReader {

    /** Longer texts are no zone, and are not looked at. */
    private static final int MAX_CHARACTERS = 400;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r]");
    private static final Pattern FILLERS_AT_END = Pattern.compile("<++$");
    private static final Pattern STATE = Pattern.compile("[A-Z]{1,3}<{0,2}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z<]");
    private static final int BETWEEN_WIDTHS = 40;

    private final MrzFormat format;
    private final List<String> lines;
    private final List<MrzFault> faults = new ArrayList<>();

    private MrzReader(MrzFormat format, List<String> lines) {
        this.format = format;
        this.lines = lines;
    }

    /** Reads a text of two or three lines; blank lines and spaces around lines don't matter. */
    public static MrzReading read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return new MrzReading.Faulty(
                    List.of(new MrzFault(0, 0, Kind.SHAPE, "it is too long to be a zone")));
        }
        var lines =
                Arrays.stream(LINE_END.split(text, -1))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        var faults = shape(lines);
        if (faults.isEmpty()) {
            faults = characters(lines);
        }
        return faults.isEmpty()
                ? new MrzReader(format(lines), lines).fields()
                : new MrzReading.Faulty(faults);
    }

    private static MrzFormat format(List<String> lines) {
        boolean visa = lines.getFirst().startsWith("V");
        if (lines.size() == MrzFormat.TD1.lines()) {
            return MrzFormat.TD1;
        }
        boolean wide = lines.stream().mapToInt(String::length).max().orElse(0) > BETWEEN_WIDTHS;
        if (wide) {
            return visa ? MrzFormat.MRV_A : MrzFormat.TD3;
        }
        return visa ? MrzFormat.MRV_B : MrzFormat.TD2;
    }

    private static List<MrzFault> shape(List<String> lines) {
        if (lines.size() < 2 || lines.size() > MrzFormat.TD1.lines()) {
            var what = "there are " + lines.size() + " lines; a zone has 2 or 3";
            return List.of(new MrzFault(0, 0, Kind.SHAPE, what));
        }
        var faults = new ArrayList<MrzFault>();
        int columns = format(lines).columns();
        for (int i = 0; i < lines.size(); i++) {
            int length = lines.get(i).length();
            if (length != columns) {
                var what = "it has " + length + " characters; " + columns + " are expected";
                faults.add(new MrzFault(i + 1, 0, Kind.SHAPE, what));
            }
        }
        return faults;
    }

    private static List<MrzFault> characters(List<String> lines) {
        var faults = new ArrayList<MrzFault>();
        for (int line = 0; line < lines.size(); line++) {
            for (int column = 0; column < lines.get(line).length(); column++) {
                char found = lines.get(line).charAt(column);
                if (!isLetter(found) && !isDigit(found) && found != '<') {
                    var what = "U+%04X is not A to Z, 0 to 9 or <".formatted((int) found);
                    faults.add(new MrzFault(line + 1, column + 1, Kind.CHARACTER, what));
                }
            }
        }
        return faults;
    }

    private MrzReading fields() {
        var code = code();
        var issuer = state(MrzField.ISSUER);
        var nationality = state(MrzField.NATIONALITY);
        var longNumber = longNumber();
        var number = longNumber.orElseGet(this::number);
        var optional = optional(longNumber);
        var birth = date(MrzField.BIRTH, MrzField.BIRTH_CHECK);
        var expiry = date(MrzField.EXPIRY, MrzField.EXPIRY_CHECK);
        if (expiry.isPresent() && !expiry.get().isWhole()) {
            fault(MrzField.EXPIRY, 0, Kind.DATE, "the date of expiry must be whole");
        }
        var sex = sex();
        var name = name();
        composite();
        if (!faults.isEmpty() || birth.isEmpty() || expiry.isEmpty() || name.isEmpty()) {
            return new MrzReading.Faulty(faults);
        }
        return new MrzReading.Read(
                new MachineReadableZone(
                        format,
                        code,
                        issuer,
                        number,
                        nationality,
                        birth.get(),
                        sex,
                        expiry.get(),
                        name.get(),
                        optional,
                        bare(text(MrzField.SECOND_OPTIONAL))));
    }

    private String code() {
        var code = text(MrzField.CODE);
        var first =
                switch (format) {
                    case TD1, TD2 -> "ACI";
                    case TD3 -> "P";
                    case MRV_A, MRV_B -> "V";
                };
        if (first.indexOf(code.charAt(0)) < 0 || !CODE.matcher(code).matches()) {
            fault(MrzField.CODE, 0, Kind.CODE, "not a document code of format " + format);
        }
        return bare(code);
    }

    private String state(MrzField field) {
        var state = text(field);
        if (!STATE.matcher(state).matches()) {
            fault(field, 0, Kind.FILLER, "not one to three letters with fillers after them");
        }
        return bare(state);
    }

    private String number() {
        var number = text(MrzField.NUMBER);
        if (bare(number).isEmpty()) {
            fault(MrzField.NUMBER, 0, Kind.FILLER, "there is no document number");
        }
        digit(MrzField.NUMBER_CHECK, number);
        return bare(number);
    }

    /**
     * A number that goes on in the optional data: the filler is in the place of its check digit,
     * and the digit is after the last of its characters.
     */
    private Optional<String> longNumber() {
        if (!format.takesLongNumbers() || !text(MrzField.NUMBER_CHECK).equals("<")) {
            return Optional.empty();
        }
        var number = text(MrzField.NUMBER);
        var rest = text(MrzField.OPTIONAL);
        int end = rest.indexOf('<') < 0 ? rest.length() : rest.indexOf('<');
        if (end < 2) {
            return Optional.empty();
        }
        var whole = number + rest.substring(0, end - 1);
        char expected = CheckDigit.of(whole);
        if (rest.charAt(end - 1) != expected) {
            fault(
                    MrzField.OPTIONAL,
                    end - 1,
                    Kind.CHECK_DIGIT,
                    "check digit of the document number is "
                            + rest.charAt(end - 1)
                            + ", not "
                            + expected);
        }
        return Optional.of(whole);
    }

    /** What the number left of the optional data. */
    private String optional(Optional<String> longNumber) {
        var optional = text(MrzField.OPTIONAL);
        if (longNumber.isPresent()) {
            int used = longNumber.get().length() - format.room(MrzField.NUMBER) + 2;
            return bare(optional.substring(Math.min(used, optional.length())));
        }
        var place = format.find(MrzField.OPTIONAL_CHECK);
        if (place.isPresent()) {
            boolean none = bare(optional).isEmpty() && place.get().in(lines).equals("<");
            if (!none) {
                digit(MrzField.OPTIONAL_CHECK, optional);
            }
        }
        return bare(optional);
    }

    private Optional<MrzDate> date(MrzField field, MrzField check) {
        var date = MrzDate.read(text(field));
        if (date.isEmpty()) {
            fault(field, 0, Kind.DATE, "not a date YYMMDD");
        }
        digit(check, text(field));
        return date;
    }

    private Sex sex() {
        char letter = text(MrzField.SEX).charAt(0);
        for (var sex : Sex.values()) {
            if (sex.letter() == letter) {
                return sex;
            }
        }
        fault(MrzField.SEX, 0, Kind.CHARACTER, letter + " is not F, M or <");
        return Sex.UNSPECIFIED;
    }

    private Optional<MrzName> name() {
        var field = text(MrzField.NAME);
        var name = bare(field);
        int before = faults.size();
        for (int i = 0; i < name.length(); i++) {
            if (isDigit(name.charAt(i))) {
                fault(MrzField.NAME, i, Kind.CHARACTER, "a name has no digits");
            }
        }
        if (name.isEmpty() || name.startsWith("<")) {
            fault(MrzField.NAME, 0, Kind.FILLER, "a name begins with a letter");
        }
        int pair = name.indexOf("<<");
        int next = pair < 0 ? -1 : name.indexOf("<<", pair + 1);
        if (next >= 0) {
            fault(MrzField.NAME, next, Kind.FILLER, "a name has two parts with << between them");
        }
        if (faults.size() > before) {
            return Optional.empty();
        }
        var primary = List.of((pair < 0 ? name : name.substring(0, pair)).split("<", -1));
        var secondary =
                pair < 0 ? List.<String>of() : List.of(name.substring(pair + 2).split("<", -1));
        return Optional.of(new MrzName(primary, secondary, name.length() == field.length()));
    }

    private void composite() {
        if (!format.has(MrzField.COMPOSITE_CHECK)) {
            return;
        }
        var all = new StringBuilder();
        format.composite().forEach(field -> all.append(text(field)));
        digit(MrzField.COMPOSITE_CHECK, all.toString());
    }

    private void digit(MrzField check, String of) {
        char found = text(check).charAt(0);
        char expected = CheckDigit.of(of);
        if (found != expected) {
            var what = check.words() + " is " + found + ", not " + expected;
            fault(check, 0, Kind.CHECK_DIGIT, what);
        }
    }

    private String text(MrzField field) {
        return format.find(field).map(place -> place.in(lines)).orElse("");
    }

    private void fault(MrzField field, int offset, Kind kind, String what) {
        var place = format.place(field);
        faults.add(new MrzFault(place.line(), place.from() + offset, kind, what));
    }

    private static String bare(String text) {
        return FILLERS_AT_END.matcher(text).replaceFirst("");
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
