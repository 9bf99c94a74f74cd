package exeat.rules.pack;

import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import exeat.rules.authority.TimeLimits;
import exeat.rules.authority.UnitFunction;
import exeat.rules.authority.UnitFunctions;
import exeat.rules.authority.UnitFunctionsCheck;
import exeat.rules.authority.UnitFunctionsReader;
import exeat.rules.authority.UpwardReporting;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import exeat.rules.source.YamlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code authorities.yaml}: how work is divided, and the tree of units, parents first. */
public final class AuthoritiesReader {

    private final ProblemCollector problems;
    private final Map<AuthorityId, Authority> read = new LinkedHashMap<>();
    private final Map<AuthorityId, String> calendars = new LinkedHashMap<>();
    private final Map<AuthorityId, Integer> lines = new HashMap<>();

    /** Empty where what the file declares cannot be read. */
    private Optional<UnitFunctions> division;

    private AuthoritiesReader(Optional<UnitFunctions> above, ProblemCollector problems) {
        this.division = above;
        this.problems = problems;
    }

    /** What the file says; {@code limits} where it says anything of them. */
    public record Authorities(
            UnitFunctions division,
            AuthorityTree tree,
            Optional<TimeLimits> limits,
            UpwardReporting upward) {}

    /**
     * What the file says; empty where it has problems.
     *
     * @param above the functions that hold where the file declares none
     */
    public static Optional<Authorities> read(
            byte[] bytes, UnitFunctions above, ProblemCollector problems) {
        return YamlReader.read(bytes, problems)
                .flatMap(root ->
                        new AuthoritiesReader(Optional.of(above), problems)
                                .read(new YamlFields(root, problems)));
    }

    private Optional<Authorities> read(YamlFields fields) {
        if (UnitFunctionsReader.isIn(fields)) {
            division = new UnitFunctionsReader(problems).read(fields);
        }
        for (var item : fields.items("authorities")) {
            YamlFields.of(item, "authorities", problems).ifPresent(this::authority);
        }
        if (read.values().stream().noneMatch(Authority::addressee)) {
            fields.problem("authorities", "has no addressee");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        var tree = new AuthorityTree(new ArrayList<>(read.values()));
        var divided = division.orElseThrow();
        if (divided.declared()) {
            new UnitFunctionsCheck(divided, tree, lines, problems).check(fields);
        }
        var limits = new TimeLimitsReader(problems).read(fields, tree, calendars);
        boolean hasCalendar = limits.filter(l -> !l.calendars().isEmpty()).isPresent();
        var upward = new UpwardReportingReader(problems, hasCalendar).read(fields);
        fields.end();
        return problems.isEmpty()
                ? Optional.of(new Authorities(divided, tree, limits, upward))
                : Optional.empty();
    }

    private void authority(YamlFields fields) {
        var id = id(fields, fields.text("id"), "id");
        var parent = fields.optionalText("parent").flatMap(text -> id(fields, text, "parent"));
        var function = function(fields);
        var name = fields.text("name");
        boolean addressee = fields.flag("addressee");
        boolean borderPost = fields.flag("border post");
        var calendar = fields.optionalText("calendar");
        fields.end();
        if (id.isEmpty() || function.isEmpty()) {
            return;
        }
        lines.put(id.get(), fields.line());
        var roles = division.map(all -> all.of(function.get())).orElse(Set.of());
        boolean supervises = roles.contains(Role.SUPERVISES);
        if (division.isPresent()) {
            checkPlace(fields, id.get(), parent, supervises);
        }
        calendar.ifPresent(own -> calendars.put(id.get(), own));
        var place = supervises ? id.get() : parent.orElse(id.get());
        var authority =
                new Authority(
                        id.get(),
                        parent,
                        function.get(),
                        roles,
                        name,
                        place,
                        addressee,
                        borderPost);
        if (read.put(id.get(), authority) != null) {
            fields.problem("id", "is there twice: " + id.get());
        }
    }

    private void checkPlace(
            YamlFields fields, AuthorityId id, Optional<AuthorityId> parent, boolean supervises) {
        if (parent.isEmpty() && !read.isEmpty()) {
            fields.problem(
                    "parent", "is missing; only the first unit, the issuer, has none: " + id);
        }
        if (parent.isEmpty() && !supervises) {
            fields.problem(
                    "function", "of the issuer must have the role supervises: " + supervisors());
        }
        if (parent.isPresent()) {
            var above = read.get(parent.get());
            if (above == null) {
                fields.problem("parent", "is not listed above: " + parent.get());
            } else if (!above.supervises()) {
                fields.problem("parent", "does not supervise: " + parent.get());
            }
        }
    }

    private String supervisors() {
        return words(division.map(all -> all.with(Role.SUPERVISES)).orElse(List.of()));
    }

    private static String words(Collection<UnitFunction> functions) {
        return functions.stream().map(UnitFunction::word).collect(Collectors.joining(", "));
    }

    private Optional<AuthorityId> id(YamlFields fields, String text, String key) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new AuthorityId(text));
        } catch (IllegalArgumentException bad) {
            fields.problem(key, String.valueOf(bad.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<UnitFunction> function(YamlFields fields) {
        var word = fields.text("function");
        // If the list itself cannot be read, only that is reported.
        var function =
                UnitFunction.of(word)
                        .filter(one ->
                                division.isEmpty() || division.get().functions().contains(one));
        if (function.isEmpty() && !word.isEmpty() && division.isPresent()) {
            fields.problem("function", "must be one of " + words(division.get().functions()));
        }
        return function;
    }
}
