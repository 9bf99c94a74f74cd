package exeat.desk;

import exeat.store.Bytes;
import exeat.store.Vault;

/** Officers' names, each sealed for the account that bears it. */
final class OfficerNames {

    private OfficerNames() {}

    static Bytes seal(Vault vault, String account, String name) {
        return vault.sealText(about(account), name);
    }

    static String open(Vault vault, String account, Bytes sealed) {
        return vault.openText(about(account), sealed);
    }

    private static String about(String account) {
        return "name of " + account;
    }
}
