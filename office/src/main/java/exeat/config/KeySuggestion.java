package exeat.config;

import java.util.Comparator;
import java.util.Locale;

/** Suggests the setting that an unknown key probably meant. */
final class KeySuggestion {

    private KeySuggestion() {}

    /** The known key that is most similar to an unknown one. */
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

    /** The number of letters to insert, delete or change. */
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
