package exeat.ledger;

import java.util.regex.Pattern;

/** The name of a key, which is also the origin of a log: as C2SP signed-note limits it. */
public final class KeyName {

    /** ASCII that can be seen, without the plus sign that ends a name in a published key. */
    private static final Pattern NAME = Pattern.compile("[!-*,-~]{1,200}");

    /** How the log of each training installation is named, and no other: it proves nothing. */
    public static final String TRAINING = "exeat.invalid/training/";

    private KeyName() {}

    /** Whether a key may have this name: 1 to 200 characters, no spaces and no plus signs. */
    public static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether a name, or a checkpoint that begins with it, is of a training installation. */
    public static boolean isTraining(String name) {
        return name.startsWith(TRAINING);
    }
}
