package exeat.desk.base;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.database.Database;
import exeat.store.database.OutcomeUnknownException;
import java.io.IOException;
import java.sql.SQLException;

/** Translates database failures into exceptions that a caller can act on. */
public final class StoreCalls {

    private StoreCalls() {}

    /** A call of the store. */
    public interface Call<T> {
        T run() throws SQLException;
    }

    /** A call of the store that gives nothing. */
    public interface VoidCall {
        void run() throws SQLException;
    }

    public static <T> T get(Call<T> call) {
        try {
            return call.run();
        } catch (SQLException failed) {
            throw translated(failed);
        }
    }

    /** A long reading of everything. */
    public interface LogCall<T> {
        T run() throws SQLException, IOException;
    }

    public static <T> T read(LogCall<T> reading) {
        try {
            return reading.run();
        } catch (SQLException failed) {
            throw translated(failed);
        } catch (IOException failed) {
            throw new OfficeException(Code.FAULT, "the log cannot be read", failed);
        }
    }

    public static void run(VoidCall deed) {
        get(() -> {
            deed.run();
            return "";
        });
    }

    public static OfficeException translated(SQLException failed) {
        if (failed instanceof OutcomeUnknownException) {
            return new OfficeException(
                    Code.OUTCOME_UNKNOWN,
                    "the answer of the database was lost: it is not known whether this was done",
                    failed);
        }
        if (Database.isAway(failed)) {
            return new OfficeException(Code.DATABASE_AWAY, "the database does not answer", failed);
        }
        // SQL data exceptions: the caller gave a value that its type cannot hold.
        boolean value = String.valueOf(failed.getSQLState()).startsWith("22");
        return new OfficeException(
                value ? Code.BAD_INPUT : Code.FAULT,
                "the database refuses: " + failed.getSQLState(),
                failed);
    }
}
