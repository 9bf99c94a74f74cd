package exeat.tool.input;

import java.io.IOException;
import java.util.Optional;

/** Reads rows one by one, in memory that does not grow with the input. */
public sealed interface FactRows permits JsonRows, CsvRows {

    /** The longest line that is read; a longer one is reported and passed over. */
    int MAX_LENGTH = 1 << 20;

    /** The next row; empty at the end of the input. */
    Optional<FactRow> next() throws IOException;
}
