package exeat.bench.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a CSV file, quoted where it is, without line breaks in fields. */
final class CsvLines {

    private CsvLines() {}

    /** Each line by the names of the columns, which the first line has. */
    static List<Map<String, String>> named(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var names = fields(lines.getFirst());
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var fields = fields(line);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < names.size() && i < fields.size(); i++) {
                row.put(names.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            boolean doubled = quoted && letter == '"' && line.startsWith("\"\"", i);
            if (doubled) {
                field.append(letter);
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(letter);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
