package exeat.rules.pack;

import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reports missing messages, one fault for each kind of key, so that a pack without messages does
 * not get an error for each key.
 */
final class MissingWords {

    /** How many keys of a kind are named. */
    private static final int NAMED = 5;

    private MissingWords() {}

    /**
     * Reports them.
     *
     * @param missing such as {@code fact.age.label}; what is before the first dot is their kind
     * @param inEnglish whether they are missing because English has them
     */
    static void report(List<String> missing, boolean inEnglish, ProblemCollector inFile) {
        var kinds = new LinkedHashMap<String, List<String>>();
        missing.forEach(key ->
                kinds.computeIfAbsent(key.replaceFirst("[.].*", ""), kind -> new ArrayList<>())
                        .add(key));
        kinds.forEach((kind, keys) -> {
            int count = keys.size();
            if (count == 1) {
                var why = inEnglish ? "is missing here; English has it" : "is missing";
                inFile.addFault(0, keys.getFirst(), why);
            } else {
                var named = String.join(", ", keys.subList(0, Math.min(count, NAMED)));
                var rest = count > NAMED ? " and " + (count - NAMED) + " more" : "";
                var what =
                        inEnglish
                                ? " texts that English has are missing: "
                                : " texts are missing: ";
                inFile.addFault(0, kind, count + what + named + rest);
            }
        });
    }
}
