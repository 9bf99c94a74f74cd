package exeat.web.kit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Message keys for stored names: the text for {@code clearance-done} is {@code
 * event.ClearanceDone}. Both stay when a class is renamed.
 */
public final class StoredKeys {

    private StoredKeys() {}

    /** The key of a message about something with this stored name. */
    public static String of(String prefix, String name) {
        return Arrays.stream(name.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", prefix, ""));
    }
}
