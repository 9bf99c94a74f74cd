package exeat.api;

import exeat.http.Problem;
import exeat.json.JsonFields;
import java.util.Arrays;

/** How the words of closed sets are written: in lower case, as packs and findings write them. */
public final class WireNames {

    private WireNames() {}

    public static String of(Enum<?> value) {
        return JsonFields.word(value);
    }

    /** The member that is written so; whoever calls has checked that there is one. */
    public static <E extends Enum<E>> E read(Class<E> set, String word) {
        return Arrays.stream(set.getEnumConstants())
                .filter(member -> of(member).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.field(set.getSimpleName(), "is unknown").thrown());
    }
}
