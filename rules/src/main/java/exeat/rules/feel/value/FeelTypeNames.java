package exeat.rules.feel.value;

import exeat.rules.feel.value.Type.Any;
import exeat.rules.feel.value.Type.ContextOf;
import exeat.rules.feel.value.Type.ListOf;
import exeat.rules.feel.value.Type.Simple;
import java.util.LinkedHashMap;
import java.util.Map;

/** The standard's types by name, in the spellings of every version. */
public final class FeelTypeNames {

    public static final Map<String, Type> BUILT_IN =
            Map.ofEntries(
                    Map.entry("Any", Any.ANY),
                    Map.entry("number", Simple.NUMBER),
                    Map.entry("string", Simple.STRING),
                    Map.entry("boolean", Simple.BOOLEAN),
                    Map.entry("date", Simple.DATE),
                    Map.entry("time", Simple.TIME),
                    Map.entry("date and time", Simple.DATE_TIME),
                    Map.entry("dateTime", Simple.DATE_TIME),
                    Map.entry("days and time duration", Simple.DAYS_TIME),
                    Map.entry("dayTimeDuration", Simple.DAYS_TIME),
                    Map.entry("years and months duration", Simple.YEARS_MONTHS),
                    Map.entry("yearMonthDuration", Simple.YEARS_MONTHS),
                    Map.entry("list", new ListOf(Any.ANY)),
                    Map.entry("context", new ContextOf(new LinkedHashMap<>())));

    private FeelTypeNames() {}
}
