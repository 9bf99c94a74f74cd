package exeat.api;

import exeat.http.Problem;
import exeat.json.JsonFields;
import java.util.Arrays;

/** Spelling of enum constants: in lower case, as in packs and findings. */
public final class WireNames {

    private WireNames() {}

    public static String of(Enum<?> value) {
        return JsonFields.word(value);
    }

    /** The constant with this spelling; the caller has checked that it exists. */
    public static <E extends Enum<E>> E read(Class<E> set, String word) {
        return Arrays.stream(set.getEnumConstants())
                .filter(member -> of(member).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.field(set.getSimpleName(), "is unknown").thrown());
    }
}
