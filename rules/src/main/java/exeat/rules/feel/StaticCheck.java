package exeat.rules.feel;

import exeat.rules.feel.functions.BuiltinFunctions;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.Type;
import java.util.Optional;

/** Finds unsupported parts of an expression before it is evaluated. */
public final class StaticCheck {

    private StaticCheck() {}

    /**
     * The unsupported part, by name; empty if the whole expression is supported.
     *
     * @param withClock whether a moment of evaluation is given
     */
    public static Optional<String> unsupported(Expression expression, boolean withClock) {
        var own = ownTrouble(expression, withClock);
        return own.isPresent()
                ? own
                : expression
                        .parts()
                        .map(part -> unsupported(part, withClock))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Optional<String> ownTrouble(Expression expression, boolean withClock) {
        if (expression instanceof Expression.Unsupported(var what)) {
            return Optional.of(what);
        }
        if (expression instanceof Expression.Name(var name, var type)
                && !withClock
                && type instanceof Type.Any
                && BuiltinFunctions.ASKING_THE_TIME.contains(name)) {
            return Optional.of(
                    "the function " + name + "(), for the answer would not stay the same");
        }
        return Optional.empty();
    }

    /** Whether the expression uses this name. */
    static boolean mentions(Expression expression, String name) {
        if (expression instanceof Expression.Name(var own, var type) && own.equals(name)) {
            return true;
        }
        return (expression instanceof Expression.OpenName(var own) && own.equals(name))
                || expression.parts().anyMatch(part -> mentions(part, name));
    }

    /** Whether the expression uses a name that may belong to a list item. */
    static boolean isOpen(Expression expression) {
        return expression instanceof Expression.OpenName
                || expression.parts().anyMatch(StaticCheck::isOpen);
    }
}
