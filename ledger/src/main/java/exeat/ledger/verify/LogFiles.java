package exeat.ledger.verify;

import java.io.IOException;
import java.util.Optional;

/** The files of a log as it serves them, by their paths below its address. */
@FunctionalInterface
public interface LogFiles {

    /** The file's bytes; empty when it is not there. */
    Optional<byte[]> read(String path) throws IOException;
}
