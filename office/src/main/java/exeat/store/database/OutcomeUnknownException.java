package exeat.store.database;

import java.sql.SQLException;

/**
 * A commit was asked for and its answer never came, or came with the server's warning that it is
 * not confirmed: the transaction took effect, or none of it did. The caller must find out before
 * they say that it was done or was not.
 */
public final class OutcomeUnknownException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** SQL's own code for it: transaction resolution unknown. */
    private static final String STATE = "08007";

    OutcomeUnknownException(String why) {
        super(why, STATE);
    }

    OutcomeUnknownException(SQLException lost) {
        super("the answer to a commit was lost", STATE, lost);
    }

    /**
     * Whether a failure leaves open what became of a statement that had been sent. What the server
     * itself says is certain: it took nothing back without saying so, and did nothing that it
     * refused.
     */
    static boolean isLost(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return switch (state) {
            // The connection failed, or the link, or nobody understood what came.
            case "08006", "08S01", "08P01" -> true;
            default -> false;
        };
    }
}
