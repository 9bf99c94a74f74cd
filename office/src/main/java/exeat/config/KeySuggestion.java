package exeat.config;

import java.util.Comparator;
import java.util.Locale;

/** What somebody probably meant who wrote a key that is none. */
final class KeySuggestion {

    private KeySuggestion() {}

    /** The known key that is most like one that is not. */
    static String nearest(String key) {
        var wanted = key.toLowerCase(Locale.ROOT).replace('_', '-');
        return SettingOrder.ALL.stream()
                .map(Setting::key)
                .min(
                        Comparator.comparingInt(known ->
                                Math.min(
                                        distance(wanted, known),
                                        1 + distance(last(wanted), last(known)))))
                .orElseThrow();
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** How many letters have to be put in, taken out or changed. */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
