package exeat.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The caseload as a file that any office could submit: one row for each traveller, a few of them
 * wrong on purpose, to show how intake reports errors.
 */
final class CaseloadFile {

    private final List<Part> parts;

    private CaseloadFile(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * What comes in on one day: a file of its own, with the header.
     *
     * @param firstLine the line of the whole file on which its first row stands
     */
    record Part(long firstLine, List<String> rows, List<Household> households) {

        String text() {
            return CaseloadRows.header() + "\n" + String.join("\n", rows) + "\n";
        }

        /** The line of the whole file for a line of this part. */
        long lineInFile(long line) {
            return line < 2 ? line : firstLine + line - 2;
        }
    }

    static CaseloadFile of(List<Household> households) {
        var parts = new ArrayList<Part>();
        long line = 2;
        for (int day = 0; day < Caseload.FILING_DAYS; day++) {
            int today = day;
            var filed = households.stream().filter(h -> h.day() == today).toList();
            var rows = new ArrayList<>(CaseloadRows.bad(day));
            filed.forEach(household -> rows.addAll(CaseloadRows.of(household)));
            parts.add(new Part(line, List.copyOf(rows), filed));
            line += rows.size();
        }
        return new CaseloadFile(parts);
    }

    /** Nothing comes in on the days after the last. */
    Part part(int day) {
        return day < parts.size() ? parts.get(day) : new Part(0, List.of(), List.of());
    }

    /** The whole file. */
    String text() {
        return parts.stream()
                .flatMap(part -> part.rows().stream())
                .collect(Collectors.joining("\n", CaseloadRows.header() + "\n", "\n"));
    }
}
