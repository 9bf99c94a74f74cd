package exeat.web.apply;

import com.ibm.icu.lang.UScript;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;

/** The script of a name, read from its letters, so that nobody has to choose it. */
final class NameScript {

    /** A name without letters; it is not taken, and needs some script until then. */
    private static final String USUAL = "Latn";

    /** These stand in names of any script, or take the script of the letter before them. */
    private static final Set<Integer> ANY =
            Set.of(UScript.COMMON, UScript.INHERITED, UScript.UNKNOWN);

    private NameScript() {}

    /** ISO 15924; the script of most letters, and of the first one if two have as many. */
    static String of(String name) {
        var counts = new HashMap<String, Integer>();
        var most = "";
        for (int point : name.codePoints().filter(Character::isLetter).toArray()) {
            int script = UScript.getScript(point);
            if (!ANY.contains(script)) {
                var code = UScript.getShortName(script);
                counts.merge(code, 1, Integer::sum);
                most = most.isEmpty() ? code : most;
            }
        }
        for (var one : counts.entrySet()) {
            most = one.getValue() > counts.getOrDefault(most, 0) ? one.getKey() : most;
        }
        return most.isEmpty() ? USUAL : most;
    }

    /** Whether letters of several scripts stand in one name. */
    static boolean isMixed(String name) {
        var scripts = new TreeSet<Integer>();
        name.codePoints().filter(Character::isLetter).map(UScript::getScript).forEach(scripts::add);
        scripts.removeAll(ANY);
        return scripts.size() > 1;
    }
}
