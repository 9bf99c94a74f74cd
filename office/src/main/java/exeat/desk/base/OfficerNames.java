package exeat.desk.base;

import exeat.casework.value.PersonName;
import exeat.store.Bytes;
import exeat.store.key.Vault;

/** Officers' names, each sealed for the account that bears it. */
public final class OfficerNames {

    private OfficerNames() {}

    /** Whether a new account may bear this name: the rule for the names of all people. */
    public static boolean isWritten(String name) {
        return !name.isBlank() && new PersonName("Latn", name, "").isWritten();
    }

    public static Bytes seal(Vault vault, String account, String name) {
        return vault.sealText(about(account), name);
    }

    public static String open(Vault vault, String account, Bytes sealed) {
        return vault.openText(about(account), sealed);
    }

    private static String about(String account) {
        return "name of " + account;
    }
}
