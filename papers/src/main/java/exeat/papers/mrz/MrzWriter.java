package exeat.papers.mrz;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Writes a zone with its fillers and check digits; {@code MrzReader} reads the same zone again. */
public final class MrzWriter {

    private static final Pattern CHARACTERS = Pattern.compile("[A-Z0-9<]*+");

    private final MrzFormat format;
    private final char[][] lines;

    private MrzWriter(MrzFormat format) {
        this.format = format;
        this.lines = new char[format.lines()][format.columns()];
        for (var line : lines) {
            Arrays.fill(line, '<');
        }
    }

    /**
     * The lines, with a line end between them.
     *
     * <p>A number of more than nine characters goes on in the optional data where the format says
     * so. A visa and a passport have no such place, and take none that is longer.
     *
     * @throws IllegalArgumentException if a part does not fit or has other characters: nothing is
     *     written that the reader would refuse
     */
    public static String write(MachineReadableZone zone) {
        var writer = new MrzWriter(zone.format());
        writer.put(MrzField.CODE, zone.code());
        writer.put(MrzField.ISSUER, zone.issuer());
        writer.put(MrzField.NATIONALITY, zone.nationality());
        writer.number(zone.number(), zone.optional());
        writer.put(MrzField.BIRTH, zone.birth().text());
        writer.put(MrzField.SEX, String.valueOf(zone.sex().letter()));
        if (!zone.expiry().isWhole()) {
            throw new IllegalArgumentException("the date of expiry must be whole");
        }
        writer.put(MrzField.EXPIRY, zone.expiry().text());
        writer.put(MrzField.NAME, zone.name().fitting(zone.format().room(MrzField.NAME)));
        writer.put(MrzField.SECOND_OPTIONAL, zone.secondOptional());
        var text = writer.finished();
        switch (MrzReader.read(text)) {
            case MrzReading.Faulty(var faults) ->
                    throw new IllegalArgumentException(faults.getFirst().text());
            case MrzReading.Read(var read) when read.format() != zone.format() ->
                    throw new IllegalArgumentException("the document code is not of this format");
            case MrzReading.Read read -> {}
        }
        return text;
    }

    private void number(String number, String optional) {
        int room = format.room(MrzField.NUMBER);
        if (number.isEmpty() || number.endsWith("<")) {
            throw new IllegalArgumentException("there is no number");
        }
        if (number.length() > room && format.takesLongNumbers()) {
            var rest = number.substring(room) + CheckDigit.of(number) + "<" + optional;
            put(MrzField.NUMBER, number.substring(0, room));
            put(
                    MrzField.OPTIONAL,
                    rest.endsWith("<") ? rest.substring(0, rest.length() - 1) : rest);
            return;
        }
        put(MrzField.NUMBER, number);
        check(MrzField.NUMBER_CHECK, text(MrzField.NUMBER));
        put(MrzField.OPTIONAL, optional);
        if (format.has(MrzField.OPTIONAL_CHECK)) {
            check(MrzField.OPTIONAL_CHECK, text(MrzField.OPTIONAL));
        }
    }

    private String finished() {
        check(MrzField.BIRTH_CHECK, text(MrzField.BIRTH));
        check(MrzField.EXPIRY_CHECK, text(MrzField.EXPIRY));
        if (format.has(MrzField.COMPOSITE_CHECK)) {
            var all = new StringBuilder();
            format.composite().forEach(field -> all.append(text(field)));
            check(MrzField.COMPOSITE_CHECK, all.toString());
        }
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        return text.toString();
    }

    private void check(MrzField field, String of) {
        put(field, String.valueOf(CheckDigit.of(of)));
    }

    private void put(MrzField field, String text) {
        if (text.length() > format.room(field) || !CHARACTERS.matcher(text).matches()) {
            throw new IllegalArgumentException(field.words() + " does not fit in " + format);
        }
        if (!text.isEmpty()) {
            var place = format.place(field);
            text.getChars(0, text.length(), lines[place.line() - 1], place.from() - 1);
        }
    }

    private String text(MrzField field) {
        var place = format.place(field);
        return new String(lines[place.line() - 1], place.from() - 1, place.length());
    }
}
