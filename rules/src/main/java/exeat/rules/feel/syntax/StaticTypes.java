package exeat.rules.feel.syntax;

import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Any;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The type of an expression as far as it is known before evaluation; Any if nothing is known. */
final class StaticTypes {

    private StaticTypes() {}

    static Type of(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> name.type().base();
            case Expression.Path(var base, var member) -> member(of(base), member);
            case Expression.Filter(var base, var condition) -> of(base);
            case Expression.Call(var function, var arguments) -> result(of(function));
            case Expression.NamedCall(var function, var arguments) -> result(of(function));
            case Expression.ContextOf(var entries) -> context(entries);
            case Expression.ListOf(var items) -> list(items);
            case Expression.Constant constant -> Any.ANY;
            case Expression.OpenName name -> Any.ANY;
            case Expression.Negation negation -> Any.ANY;
            case Expression.Binary binary -> Any.ANY;
            case Expression.Between between -> Type.Simple.BOOLEAN;
            case Expression.In in -> Type.Simple.BOOLEAN;
            case Expression.InstanceOf instance -> Type.Simple.BOOLEAN;
            case Expression.If choice -> Any.ANY;
            case Expression.For loop -> Any.ANY;
            case Expression.Quantified quantified -> Type.Simple.BOOLEAN;
            case Expression.Interval interval -> Any.ANY;
            case Expression.Comparison comparison -> Any.ANY;
            case Expression.Lambda lambda -> Any.ANY;
            case Expression.Unsupported unsupported -> Any.ANY;
        };
    }

    private static Type result(Type function) {
        return function instanceof Type.FunctionOf(var parameters, var result)
                ? result.base()
                : Any.ANY;
    }

    private static Type context(Iterable<Expression.Part> entries) {
        SequencedMap<String, Type> members = new LinkedHashMap<>();
        for (var entry : entries) {
            members.put(entry.name(), of(entry.expression()));
        }
        return new Type.ContextOf(members);
    }

    /** The members of a list's items are the union over all items: some items may lack a name. */
    private static Type list(Iterable<Expression> items) {
        SequencedMap<String, Type> members = new LinkedHashMap<>();
        for (var item : items) {
            if (!(of(item) instanceof Type.ContextOf(var more))) {
                return Any.ANY;
            }
            members.putAll(more);
        }
        return new Type.ListOf(members.isEmpty() ? Any.ANY : new Type.ContextOf(members));
    }

    private static Type member(Type base, String member) {
        if (base instanceof Type.ContextOf(var members)) {
            return members.getOrDefault(member, Any.ANY).base();
        }
        return base instanceof Type.ListOf(var item)
                ? new Type.ListOf(member(item.base(), member))
                : Any.ANY;
    }

    /** The item type of a list of this type, for a loop variable. */
    static Type item(Type list) {
        return list instanceof Type.ListOf(var item) ? item.base() : list;
    }

    /** The item type inside any nested lists, so that a path can pass through them. */
    static Type innermost(Type type) {
        var inner = type.base();
        while (inner instanceof Type.ListOf(var item)) {
            inner = item.base();
        }
        return inner;
    }
}
