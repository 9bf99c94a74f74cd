package exeat.web.kit;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;

/** A message with placeholders. Thread-safe. */
@FunctionalInterface
interface Message {

    /**
     * Formats the text.
     *
     * @param with one argument per placeholder: a number if it is one in English; anything else is
     *     written with its {@code toString}
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
            // A format has internal state and serves one thread at a time. Locking it takes about
            // two microseconds; a copy for each use takes ten.
            synchronized (format) {
                return format.format(filled);
            }
        };
    }

    private static Object filled(Object value) {
        return value instanceof Number ? value : String.valueOf(value);
    }
}
