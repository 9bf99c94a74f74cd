package exeat.tool.input;

import exeat.rules.fact.FactReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * CSV as RFC 4180 has it, with a header: {@code id}, then names of facts. An empty field is
 * unknown, {@code absent} says that there is none, {@code withheld} that it is not disclosed.
 */
public final class CsvRows implements FactRows {

    private final CsvReader csv;
    private final FactReader reader;

    /** The place of each column's fact; negative for the id. */
    private final int[] places;

    private final int idColumn;

    /**
     * @throws BadHeader if a column is not {@code id} or a fact of the directive, stands twice, or
     *     {@code id} is missing: then no line can be read
     */
    public CsvRows(Reader reader, FactColumns columns) throws IOException, BadHeader {
        this.csv = new CsvReader(reader, MAX_LENGTH);
        this.reader = columns.reader();
        var names =
                switch (csv.next()) {
                    case CsvReader.Fields fields -> fields.texts();
                    case CsvReader.Broken broken ->
                            throw new BadHeader(broken.column(), "", broken.message());
                    case CsvReader.End() -> throw new BadHeader(0, "", "the header is missing");
                };
        places = new int[names.size()];
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i).strip();
            var fact = columns.place(name);
            if (names.subList(0, i).contains(name)) {
                throw new BadHeader(i + 1, name, "stands twice");
            }
            if (fact.isEmpty() && !name.equals("id")) {
                throw new BadHeader(i + 1, name, "the directive has no such fact");
            }
            places[i] = fact.orElse(-1);
        }
        idColumn = names.stream().map(String::strip).toList().indexOf("id");
        if (idColumn < 0) {
            throw new BadHeader(0, "id", "is missing");
        }
    }

    @Override
    public Optional<FactRow> next() throws IOException {
        while (true) {
            switch (csv.next()) {
                case CsvReader.End() -> {
                    return Optional.empty();
                }
                case CsvReader.Broken broken -> {
                    return Optional.of(
                            new FactRow.Bad(broken.line(), broken.column(), "", broken.message()));
                }
                case CsvReader.Fields fields when fields.isBlank() -> {}
                case CsvReader.Fields fields -> {
                    return Optional.of(row(fields));
                }
            }
        }
    }

    private FactRow row(CsvReader.Fields fields) {
        var texts = fields.texts();
        if (texts.size() != places.length) {
            var message = "has " + texts.size() + " fields, the header has " + places.length;
            return new FactRow.Bad(fields.line(), 0, "", message);
        }
        if (texts.get(idColumn).isBlank()) {
            return new FactRow.Bad(fields.line(), idColumn + 1, "id", "is missing");
        }
        var facts = reader.row();
        for (int i = 0; i < places.length; i++) {
            var text = texts.get(i);
            if (i == idColumn || text.isBlank()) {
                continue;
            }
            var value = reader.parse(places[i], text);
            if (value.isEmpty()) {
                var fact = reader.fact(places[i]);
                var message = "must be " + FactColumns.expected(fact);
                return new FactRow.Bad(fields.line(), i + 1, fact.name().text(), message);
            }
            facts.set(places[i], value.get());
        }
        return new FactRow.Good(texts.get(idColumn).strip(), facts.facts());
    }

    /** A header with which no line can be read. */
    public static final class BadHeader extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient FactRow.Bad bad;

        BadHeader(int column, String field, String message) {
            super(message);
            bad = new FactRow.Bad(1, column, field, message);
        }

        public FactRow.Bad bad() {
            return bad;
        }
    }
}
