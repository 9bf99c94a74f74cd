package exeat.rules.feel.syntax;

import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Any;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads types (DMN 1.5, grammar rule 54). */
final class TypeParser {

    private final TokenCursor cursor;
    private final NameReader names;
    private final DeclaredNames types;

    TypeParser(TokenCursor cursor, NameReader names, ModelNames vocabulary) {
        this.cursor = cursor;
        this.names = names;
        this.types = vocabulary.types();
    }

    Type type() throws SyntaxException {
        cursor.enter();
        var type = anyType();
        cursor.leave();
        return type;
    }

    private Type anyType() throws SyntaxException {
        boolean isGeneric = cursor.ahead(1).is("<");
        if (isGeneric && cursor.take("list")) {
            return new Type.ListOf(only());
        }
        if (isGeneric && cursor.take("range")) {
            return new Type.RangeOf(only());
        }
        if (isGeneric && cursor.take("context")) {
            return context();
        }
        if (cursor.is("function")) {
            cursor.advance(1);
            return function();
        }
        var found = names.declared(types);
        if (found.isEmpty()) {
            throw cursor.unexpected("a type");
        }
        cursor.advance(found.get().length());
        return found.get().type();
    }

    private Type only() throws SyntaxException {
        cursor.expect("<");
        var type = type();
        cursor.expect(">");
        return type;
    }

    private Type context() throws SyntaxException {
        cursor.expect("<");
        SequencedMap<String, Type> members = new LinkedHashMap<>();
        do {
            var name = cursor.nameBefore(":");
            cursor.expect(":");
            members.put(name, type());
        } while (cursor.take(","));
        cursor.expect(">");
        return new Type.ContextOf(members);
    }

    private Type function() throws SyntaxException {
        List<Type> parameters = new ArrayList<>();
        if (!cursor.take("<")) {
            return new Type.FunctionOf(List.of(), Any.ANY);
        }
        while (!cursor.is(">")) {
            parameters.add(type());
            if (!cursor.take(",")) {
                break;
            }
        }
        cursor.expect(">");
        cursor.expect("->");
        return new Type.FunctionOf(parameters, type());
    }
}
