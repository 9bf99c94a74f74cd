package exeat.store.tamper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One way to tamper with the database as its administrator.
 *
 * @param what in words
 * @param table where an audit must find it
 * @param place SQL for the place that it must name
 * @param sql what is done
 */
public record Tamper(String what, String table, String place, String sql) {

    private static final String HEAD = "--- ";

    /** Whether it changes what the schema is made of, and so perhaps no row. */
    boolean isOfSchema() {
        return table.equals("catalogue");
    }

    /** Whether it takes rows out of an index and puts them back as they were. */
    boolean isOfIndexes() {
        return names("relhasindex");
    }

    boolean names(String word) {
        return Pattern.compile("\\b" + word + "\\b").matcher(sql).find();
    }

    /** Those that every rehearsal tries. */
    public static List<Tamper> all() {
        return parse(resource("tampers.sql"));
    }

    /**
     * A made-up text as archives publish them, for a register to hold while it is tampered with.
     */
    public static String letter() {
        return resource("letter.txt");
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Tamper.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
    }

    /** Each is two lines of comment, what and table with place, and then its statements. */
    static List<Tamper> parse(String text) {
        var tampers = new ArrayList<Tamper>();
        for (var part : text.split("(?m)^" + HEAD, -1)) {
            var lines = part.split("\n", 3);
            if (lines.length == 3 && lines[1].startsWith("-- ")) {
                int colon = lines[1].indexOf(": ");
                tampers.add(
                        new Tamper(
                                lines[0].strip(),
                                lines[1].substring(3, colon),
                                lines[1].substring(colon + 2).strip(),
                                lines[2].strip()));
            }
        }
        return tampers;
    }
}
