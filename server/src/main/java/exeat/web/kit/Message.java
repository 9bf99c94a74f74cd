package exeat.web.kit;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;

/** A message with placeholders. Thread-safe. */
@FunctionalInterface
interface Message {

    /**
     * The text.
     *
     * @param with for each place a number, where it is one in English; anything else is written as
     *     its {@code toString}
     */
    String say(Object... with);

    /**
     * Reads a message in the syntax of ICU.
     *
     * @throws IllegalArgumentException if it is not in that syntax
     */
    static Message of(String text, Locale locale) {
        var format = new MessageFormat(text, ULocale.forLocale(locale));
        if (format.getArgumentNames().isEmpty()) {
            var plain = format.format(new Object[0]);
            return _ -> plain;
        }
        return with -> {
            var filled = Arrays.stream(with).map(Message::filled).toArray();
            // A format keeps what it needs between two uses, and serves one thread at a time. It
            // is held for about two microseconds; a copy for each use takes ten.
            synchronized (format) {
                return format.format(filled);
            }
        };
    }

    private static Object filled(Object value) {
        return value instanceof Number ? value : String.valueOf(value);
    }
}
