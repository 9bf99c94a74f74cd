package exeat.demo;

import exeat.rules.fact.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The caseload as a file that any office could submit: one row for each traveller, a few of them
 * wrong on purpose, to show how intake reports errors.
 */
final class CaseloadFile {

    private final String header;
    private final List<Part> parts;

    private CaseloadFile(String header, List<Part> parts) {
        this.header = header;
        this.parts = List.copyOf(parts);
    }

    /**
     * What comes in on one day: a file of its own, with the header.
     *
     * @param header the names of the columns
     * @param firstLine the line of the whole file on which its first row stands
     */
    record Part(String header, long firstLine, List<String> rows, List<Household> households) {

        String text() {
            return header + "\n" + String.join("\n", rows) + "\n";
        }

        /** The line of the whole file for a line of this part. */
        long lineInFile(long line) {
            return line < 2 ? line : firstLine + line - 2;
        }
    }

    /** The file of these people, with the facts that a directive lets people declare. */
    static CaseloadFile of(List<Household> households, Vocabulary vocabulary) {
        var written = new CaseloadRows(vocabulary);
        var parts = new ArrayList<Part>();
        long line = 2;
        for (int day = 0; day < Caseload.FILING_DAYS; day++) {
            int today = day;
            var filed = households.stream().filter(h -> h.day() == today).toList();
            var rows = new ArrayList<>(written.bad(day));
            filed.forEach(household -> rows.addAll(written.of(household)));
            parts.add(new Part(written.header(), line, List.copyOf(rows), filed));
            line += rows.size();
        }
        return new CaseloadFile(written.header(), parts);
    }

    /** The part of the file that comes in on a day; empty after the last. */
    Part part(int day) {
        return day < parts.size() ? parts.get(day) : new Part(header, 0, List.of(), List.of());
    }

    /** The whole file. */
    String text() {
        return parts.stream()
                .flatMap(part -> part.rows().stream())
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }
}
