package exeat.rules.authority;

import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code functions} and {@code crossing} of {@code authorities.yaml}. */
public final class UnitFunctionsReader {

    private static final String FUNCTIONS = "functions";
    private static final String CROSSING = "crossing";

    private final ProblemCollector problems;
    private final Map<UnitFunction, Set<Role>> roles = new LinkedHashMap<>();
    private boolean sound = true;

    public UnitFunctionsReader(ProblemCollector problems) {
        this.problems = problems;
    }

    public static boolean isIn(YamlFields file) {
        return file.has(FUNCTIONS) || file.has(CROSSING);
    }

    /** What the file declares; empty after a problem was reported. */
    public Optional<UnitFunctions> read(YamlFields file) {
        for (var item : file.items(FUNCTIONS)) {
            YamlFields.of(item, FUNCTIONS, problems).ifPresent(this::function);
        }
        var crossing = crossing(file);
        return sound && !roles.isEmpty() && !crossing.isEmpty()
                ? Optional.of(new UnitFunctions(roles, crossing, true))
                : Optional.empty();
    }

    private void function(YamlFields fields) {
        var id = fields.text("id");
        var function = UnitFunction.of(id);
        if (function.isEmpty() && !id.isEmpty()) {
            wrong(fields, "id", "must be lower-case words with single spaces: " + id);
        }
        var own = EnumSet.noneOf(Role.class);
        var words = fields.texts("roles");
        for (var word : words) {
            Role.of(word)
                    .ifPresentOrElse(
                            own::add,
                            () ->
                                    wrong(
                                            fields,
                                            "roles",
                                            "has no role " + word + "; roles are " + all()));
        }
        if (words.isEmpty()) {
            wrong(fields, "roles", "needs at least one of " + all());
        }
        fields.end();
        function.ifPresent(one -> {
            if (roles.putIfAbsent(one, Set.copyOf(own)) != null) {
                wrong(fields, "id", "is there twice: " + one);
            }
        });
    }

    private static String all() {
        return Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(", "));
    }

    private void wrong(YamlFields fields, String key, String message) {
        sound = false;
        fields.problem(key, message);
    }

    private List<UnitFunction> crossing(YamlFields file) {
        var parts = new ArrayList<UnitFunction>();
        if (!file.has(CROSSING)) {
            wrong(file, CROSSING, "is missing; list the functions that each record one part");
            return parts;
        }
        for (var word : file.texts(CROSSING)) {
            var part = UnitFunction.of(word).filter(roles::containsKey);
            if (part.isEmpty()) {
                wrong(
                        file,
                        CROSSING,
                        "names a function that is not declared under 'functions': " + word);
            } else if (!roles.getOrDefault(part.get(), Set.of())
                    .contains(Role.RECORDS_A_CROSSING)) {
                wrong(
                        file,
                        CROSSING,
                        "gives a part to %s, which has no role 'records a crossing'"
                                .formatted(word));
            } else if (parts.contains(part.get())) {
                wrong(
                        file,
                        CROSSING,
                        "names a function twice, so that one unit would record both parts of a"
                                + " crossing: "
                                + word);
            } else {
                parts.add(part.get());
            }
        }
        if (parts.isEmpty()) {
            wrong(file, CROSSING, "needs at least one function");
        }
        roles.forEach((function, own) -> {
            if (sound && own.contains(Role.RECORDS_A_CROSSING) && !parts.contains(function)) {
                wrong(file, CROSSING, "leaves out " + function + ", which records a crossing");
            }
        });
        return parts;
    }
}
