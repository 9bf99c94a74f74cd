package exeat.store.key;

import exeat.store.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an installation is for. A mark among its keys says so, so that it goes wherever they go, and
 * a database that began with one kind opens with no other: no training case ever meets a real one.
 */
public enum InstallationKind {
    /** An office, or the demonstration. */
    OFFICE("these keys"),
    /** Made-up cases alone, and a log that proves nothing. */
    TRAINING("these training keys");

    private static final String MARK = "training";
    private static final String SAYS =
            "This is a training installation. Its cases are made up and its log proves nothing.";

    private final String checked;

    InstallationKind(String checked) {
        this.checked = checked;
    }

    /** The kind of a data folder; one that is new is an office's. */
    public static InstallationKind in(Path data) {
        // That it is there is enough: one that was emptied marks all the same.
        return Files.exists(mark(data)) ? TRAINING : OFFICE;
    }

    static InstallationKind of(Keys keys) {
        return in(keys.data());
    }

    /** Marks a data folder as a training installation's, before anything else is in it. */
    public static void markTraining(Path data) {
        Keys.in(data).text(MARK, SAYS);
    }

    /** Where the mark of a data folder is, if it has one. */
    public static Path mark(Path data) {
        return data.resolve("keys").resolve(MARK);
    }

    /** What a database keeps of the keys with which it began, and of their kind. */
    public static Bytes keyMark(Keys keys) {
        return of(keys).keyMarkOf(keys);
    }

    /** What a database would keep if these very keys were of this kind. */
    public Bytes keyMarkOf(Keys keys) {
        return new Vault(keys).keyed("key check", checked);
    }

    /** The kind that this is not. */
    public InstallationKind other() {
        return this == OFFICE ? TRAINING : OFFICE;
    }
}
