package exeat.store;

import exeat.rules.authority.UnitFunction;
import java.util.Locale;

/**
 * How a function is stored: {@code CUSTOMS}, {@code BORDER_DEFENCE}. It was so when there were five
 * of them, and what was written then must be read for ever.
 */
public final class StoredFunction {

    private StoredFunction() {}

    public static String of(UnitFunction function) {
        return function.word().toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    /** The function that is stored so. */
    public static UnitFunction read(String stored) {
        return new UnitFunction(stored.toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
