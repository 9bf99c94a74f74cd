package exeat.identity.match;

import java.util.List;
import java.util.Locale;

/**
 * What speaks for and against two entries being about one person.
 *
 * @param prior what is held before anything is compared: that a register has many people
 * @param lines one for each feature
 * @param total the sum of all weights
 */
public record Weighing(LinkAnswer answer, double prior, List<Line> lines, double total) {

    /**
     * One feature.
     *
     * @param one what the first entry says; empty if nothing
     * @param other what the second says
     * @param level the name of the level of agreement; empty if one of them says nothing
     * @param weight above 0 it speaks for one person; 0 if one of them says nothing
     */
    public record Line(Feature feature, String one, String other, String level, double weight) {}

    public Weighing {
        lines = List.copyOf(lines);
    }

    /** As lines of text in columns, for people; the parts add up to the last line. */
    public String table() {
        var table = new StringBuilder();
        row(table, "", "population", "", "", prior);
        for (var line : lines) {
            row(
                    table,
                    line.feature().name().toLowerCase(Locale.ROOT),
                    line.level().isEmpty() ? "not said" : words(line.level()),
                    line.one(),
                    line.other(),
                    line.weight());
        }
        row(table, "", words(answer.name()), "", "", total);
        return table.toString();
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void row(
            StringBuilder table, String name, String level, String one, String other, double by) {
        table.append(
                String.format(
                                Locale.ROOT,
                                "%-10s %-16s %+6.1f  %s | %s",
                                name,
                                level,
                                by,
                                one,
                                other)
                        .replaceAll("[ |]+$", ""));
        table.append('\n');
    }
}
