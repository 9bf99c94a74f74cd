package exeat.tool.office;

import exeat.desk.Office;
import exeat.rules.source.PackException;
import exeat.store.OfficeException;
import exeat.tool.cli.UsageError;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The session of the machine's operator. It only requires access to the keys in the data folder,
 * since anyone who has it could read everything anyway. It reports, keeps the register and the
 * accounts; it opens no case.
 */
final class OperatorSession {

    private OperatorSession() {}

    /** What is done with an open office. */
    @FunctionalInterface
    interface Work<T> {
        T with(Office office) throws PackException;
    }

    /** Suppresses the libraries' start messages. */
    static void quiet() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    /**
     * Does the work in the office of these options, also while a server runs on it.
     *
     * @throws UsageError if there is none: without {@code --data} the command would otherwise make
     *     a second office beside the one that was meant
     */
    static <T> T in(DataOptions options, Work<T> work) {
        var setup = options.setup();
        if (!setup.hasOffice()) {
            throw new UsageError(
                    ("there is no office in %s. Name the server's folder with --data, or its file"
                                    + " with --config; a new office begins with ./exeat run")
                            .formatted(setup.place()));
        }
        return begin(options, work);
    }

    /** Does the work, and begins an office if there is none: for texts and packs only. */
    static <T> T begin(DataOptions options, Work<T> work) {
        quiet();
        try (var office = Office.visit(options.setup().settings(), options.clock())) {
            return work.with(office);
        } catch (OfficeException | PackException e) {
            throw new UsageError(e);
        }
    }
}
