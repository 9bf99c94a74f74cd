package exeat.desk;

import exeat.casework.OfficerId;
import exeat.rules.AuthorityId;
import java.util.List;

/** Officers' accounts. */
@SuppressWarnings("DoNotCallSuggester")
public final class Staff {

    Staff() {}

    /**
     * Makes an account.
     *
     * @throws exeat.store.OfficeException when the id or the login is taken, or the unit unknown
     */
    public void create(OfficerId id, String login, String password, String name, AuthorityId unit) {
        throw new UnsupportedOperationException();
    }

    /** Makes an account whose password the sign-in page shows; only the demonstration does. */
    public void createDemo(OfficerAccount account) {
        throw new UnsupportedOperationException();
    }

    /** Only what {@link #createDemo} made. */
    public List<OfficerAccount> demoAccounts() {
        throw new UnsupportedOperationException();
    }
}
