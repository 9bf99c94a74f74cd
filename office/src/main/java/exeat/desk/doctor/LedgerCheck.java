package exeat.desk.doctor;

import exeat.config.Config;
import exeat.config.LedgerSettings;
import exeat.desk.Office;
import exeat.store.key.InstallationKind;
import exeat.store.key.LedgerKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who can rewrite the log: its key, its signer and its witnesses. */
final class LedgerCheck {

    private LedgerCheck() {}

    static List<Advice> of(Office office, Config config, Path data) {
        // A training's log proves nothing: no signer and no witness takes its key.
        if (InstallationKind.in(data) == InstallationKind.TRAINING) {
            return List.of();
        }
        var found = new ArrayList<Advice>();
        signer(office, config, data, found);
        keys(office, data, found);
        var standing = office.ledger().witnesses().standing();
        for (var words : standing.words()) {
            found.add(
                    Advice.unsafe(
                            "witnesses",
                            words
                                    + " Let a witness under another user or elsewhere sign"
                                    + " (./exeat witness), and name it in "
                                    + data.resolve("witnesses")
                                    + "."));
        }
        return List.copyOf(found);
    }

    private static void keys(Office office, Path data, List<Advice> found) {
        var next = data.resolve("keys").resolve(LedgerKey.NEXT);
        if (Files.exists(next)) {
            found.add(
                    Advice.note(
                            "log key",
                            "A new key of the log waits in "
                                    + next
                                    + " until two operators have approved it (./exeat ledger"
                                    + " replace-key) and the server was started again. Delete the"
                                    + " file if nobody wants it."));
        }
        var earlier = office.ledger().keys().earlier();
        if (!earlier.isEmpty()) {
            found.add(
                    Advice.note(
                            "log key",
                            "The key of the log was replaced by two operators; "
                                    + earlier.size()
                                    + " came before it. Witnesses, and everybody who checks the"
                                    + " log, need the one of now: ./exeat ledger key"));
        }
    }

    private static void signer(Office office, Config config, Path data, List<Advice> found) {
        var socket = config.text(LedgerSettings.SIGNER);
        switch (office.ledger().holder()) {
            case OFFICE ->
                    found.add(
                            Advice.unsafe(
                                    "signer",
                                    "The key of the log is in "
                                            + data.resolve("keys").resolve(LedgerKey.FILE)
                                            + ": anyone who reads this folder can sign a rewritten"
                                            + " log. Run a signer under another user (./exeat"
                                            + " signer) and name its socket in ledger.signer."));
            case SAME_USER ->
                    found.add(
                            Advice.unsafe(
                                    "signer",
                                    "The signer at "
                                            + socket
                                            + " runs under the office's own user, so it does not"
                                            + " protect the key. Run it under another user."));
            case NO_ANSWER ->
                    found.add(
                            Advice.unsafe(
                                    "signer",
                                    "The signer at "
                                            + socket
                                            + " does not answer: nothing new is signed. Start it"
                                            + " (./exeat signer)."));
            case ANOTHER_USER -> {
                var left = data.resolve("keys").resolve(LedgerKey.FILE);
                if (Files.exists(left)) {
                    found.add(
                            Advice.unsafe(
                                    "signer",
                                    "A signer holds the key of the log, but a copy is still in "
                                            + left
                                            + ". Delete it there and in backups."));
                }
            }
        }
    }
}
