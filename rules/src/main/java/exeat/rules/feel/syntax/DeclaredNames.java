package exeat.rules.feel.syntax;

import exeat.rules.feel.value.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a text may use, each with its type, from the innermost scope outwards. */
public final class DeclaredNames {

    /** A name, split into tokens as texts are. */
    private record Declared(String name, Type type, List<Token> tokens) {}

    /**
     * A name found in a text.
     *
     * @param length its length in tokens
     * @param exact whether its blanks are the same as in the declaration
     */
    record Match(String name, Type type, int length, boolean exact) {}

    private static final DeclaredNames NOTHING =
            new DeclaredNames(Optional.empty(), Map.of(), false);

    private final Optional<DeclaredNames> outer;
    private final Map<String, List<Declared>> byFirst;
    private final boolean open;

    private DeclaredNames(
            Optional<DeclaredNames> outer, Map<String, List<Declared>> byFirst, boolean open) {
        this.outer = outer;
        this.byFirst = byFirst;
        this.open = open;
    }

    public static DeclaredNames none() {
        return NOTHING;
    }

    /** These names and more, which hide equal ones. */
    public DeclaredNames with(Map<String, ? extends Type> more) {
        return new DeclaredNames(Optional.of(this), index(more), false);
    }

    /** These names and one more. */
    public DeclaredNames with(String name, Type type) {
        return with(Map.of(name, type));
    }

    /** These names inside a value whose own names are known only when it is computed. */
    public DeclaredNames opened() {
        return new DeclaredNames(Optional.of(this), Map.of(), true);
    }

    /** Whether a name that is not found may still belong to a list item. */
    boolean isOpen() {
        return open || outer.map(DeclaredNames::isOpen).orElse(false);
    }

    private static Map<String, List<Declared>> index(Map<String, ? extends Type> names) {
        Map<String, List<Declared>> index = new HashMap<>();
        names.forEach((name, type) -> {
            var tokens = tokens(name);
            if (!tokens.isEmpty()) {
                index.computeIfAbsent(tokens.getFirst().text(), first -> new ArrayList<>())
                        .add(new Declared(name, type, tokens));
            }
        });
        return index;
    }

    private static List<Token> tokens(String name) {
        try {
            var tokens = Lexer.tokens(name);
            return tokens.subList(0, tokens.size() - 1);
        } catch (SyntaxException unusable) {
            return List.of(); // No text can use such a name.
        }
    }

    /** A normalised name: runs of blanks become one space, with none at the ends. */
    public static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    /** The longest name that begins there; among equally long names, the innermost. */
    Optional<Match> longest(List<Token> text, int at, boolean exactly) {
        Optional<Match> best = Optional.empty();
        for (var names = Optional.of(this); names.isPresent(); names = names.get().outer) {
            var first = text.get(at);
            for (var declared : candidates(names.get(), first)) {
                var match = match(declared, text, at);
                int length = best.map(Match::length).orElse(0);
                if (match.isPresent()
                        && match.get().length() > length
                        && (match.get().exact() || !exactly)) {
                    best = match;
                }
            }
        }
        return best;
    }

    private static Collection<Declared> candidates(DeclaredNames names, Token first) {
        return first.canBeOfName()
                ? names.byFirst.getOrDefault(first.text(), List.of())
                : List.of();
    }

    private static Optional<Match> match(Declared declared, List<Token> text, int at) {
        var tokens = declared.tokens();
        if (at + tokens.size() > text.size()) {
            return Optional.empty();
        }
        boolean exact = true;
        for (int n = 0; n < tokens.size(); n++) {
            var there = text.get(at + n);
            if (!there.canBeOfName() || !there.text().equals(tokens.get(n).text())) {
                return Optional.empty();
            }
            exact &= n == 0 || there.spaced() == tokens.get(n).spaced();
        }
        return Optional.of(new Match(declared.name(), declared.type(), tokens.size(), exact));
    }
}
