package exeat.rules;

import exeat.rules.source.Fields;
import exeat.rules.source.Problems;
import exeat.rules.source.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code authorities.yaml}: the tree of units, parents before children. */
final class AuthoritiesReader {

    private final Problems problems;
    private final Map<AuthorityId, Authority> read = new LinkedHashMap<>();
    private final Map<AuthorityId, String> calendars = new LinkedHashMap<>();

    private AuthoritiesReader(Problems problems) {
        this.problems = problems;
    }

    /** What the file says; {@code limits} where it says anything of them. */
    record Authorities(AuthorityTree tree, Optional<Limits> limits, Upward upward) {}

    static Optional<Authorities> read(byte[] bytes, Problems problems) {
        return YamlReader.read(bytes, problems)
                .flatMap(root -> new AuthoritiesReader(problems).read(new Fields(root, problems)));
    }

    private Optional<Authorities> read(Fields fields) {
        for (var item : fields.items("authorities")) {
            Fields.of(item, "authorities", problems).ifPresent(this::authority);
        }
        if (read.values().stream().noneMatch(Authority::addressee)) {
            fields.problem("authorities", "has no addressee");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        var tree = new AuthorityTree(new ArrayList<>(read.values()));
        var limits = new LimitsReader(problems).read(fields, tree, calendars);
        boolean hasCalendar = limits.filter(l -> !l.calendars().isEmpty()).isPresent();
        var upward = new UpwardReader(problems, hasCalendar).read(fields);
        fields.end();
        return problems.isEmpty()
                ? Optional.of(new Authorities(tree, limits, upward))
                : Optional.empty();
    }

    private void authority(Fields fields) {
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
        checkPlace(fields, id.get(), parent, function.get());
        calendar.ifPresent(own -> calendars.put(id.get(), own));
        var place = function.get() == Function.COMMITTEE ? id.get() : parent.orElse(id.get());
        var authority =
                new Authority(id.get(), parent, function.get(), name, place, addressee, borderPost);
        if (read.put(id.get(), authority) != null) {
            fields.problem("id", "is there twice: " + id.get());
        }
    }

    private void checkPlace(
            Fields fields, AuthorityId id, Optional<AuthorityId> parent, Function function) {
        if (parent.isEmpty() && !read.isEmpty()) {
            fields.problem("parent", "is missing; only the first, the issuer, has none: " + id);
        }
        if (parent.isEmpty() && function != Function.COMMITTEE) {
            fields.problem("function", "of the issuer must be committee");
        }
        if (parent.isPresent()) {
            var above = read.get(parent.get());
            if (above == null) {
                fields.problem("parent", "is not listed above: " + parent.get());
            } else if (above.function() != Function.COMMITTEE) {
                fields.problem("parent", "is not a committee: " + parent.get());
            }
        }
    }

    private Optional<AuthorityId> id(Fields fields, String text, String key) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new AuthorityId(text));
        } catch (IllegalArgumentException bad) {
            fields.problem(key, String.valueOf(bad.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Function> function(Fields fields) {
        var word = fields.text("function");
        var function = Function.of(word);
        if (function.isEmpty() && !word.isEmpty()) {
            var words = Arrays.stream(Function.values()).map(Function::word).toList();
            fields.problem("function", "must be one of " + String.join(", ", words));
        }
        return function;
    }
}
