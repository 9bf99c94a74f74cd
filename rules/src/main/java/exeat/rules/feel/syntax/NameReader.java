package exeat.rules.feel.syntax;

import exeat.rules.feel.syntax.Token.Kind;
import exeat.rules.feel.value.Type;
import java.util.Optional;

/** Reads names: takes the longest declared name, and refuses if two readings are possible. */
final class NameReader {

    private final TokenCursor cursor;
    private final ModelNames vocabulary;

    NameReader(TokenCursor cursor, ModelNames vocabulary) {
        this.cursor = cursor;
        this.vocabulary = vocabulary;
    }

    /** The longest declared name here, if any. */
    Optional<DeclaredNames.Match> declared(DeclaredNames names) throws SyntaxException {
        var loose = names.longest(cursor.tokens(), cursor.at(), false);
        var exact = names.longest(cursor.tokens(), cursor.at(), true);
        int longest = loose.map(DeclaredNames.Match::length).orElse(0);
        int written = exact.map(DeclaredNames.Match::length).orElse(0);
        if (exact.isPresent() && longest > written && mayBeOperation(longest)) {
            throw ambiguous(loose.get().name());
        }
        return longest > written ? loose : exact;
    }

    /** Reads a variable. */
    Expression variable(DeclaredNames names) throws SyntaxException {
        var found = declared(names);
        if (names.isOpen()) {
            var member = vocabulary.members().longest(cursor.tokens(), cursor.at(), false);
            int longer = member.map(DeclaredNames.Match::length).orElse(0);
            if (longer > found.map(DeclaredNames.Match::length).orElse(0)) {
                if (mayBeOperation(longer)) {
                    throw ambiguous(member.orElseThrow().name());
                }
                cursor.advance(longer);
                return new Expression.OpenName(member.orElseThrow().name());
            }
        }
        if (found.isPresent()) {
            cursor.advance(found.get().length());
            return new Expression.Name(found.get().name(), found.get().type());
        }
        if (names.isOpen()) {
            return new Expression.OpenName(cursor.words());
        }
        var wanted = cursor.words();
        throw new SyntaxException(
                (cursor.is("(") ? "an unknown function: " : "an unknown name: ") + wanted);
    }

    /** Reads the name after a point. */
    String member(Type base) throws SyntaxException {
        if (base instanceof Type.ContextOf(var members)) {
            var own =
                    DeclaredNames.none().with(members).longest(cursor.tokens(), cursor.at(), false);
            if (own.isPresent()) {
                cursor.advance(own.get().length());
                return own.get().name();
            }
        }
        var known = vocabulary.members().longest(cursor.tokens(), cursor.at(), false);
        if (known.isPresent() && known.get().length() > 1) {
            if (mayBeOperation(known.get().length())) {
                throw ambiguous(known.get().name());
            }
            cursor.advance(known.get().length());
            return known.get().name();
        }
        return cursor.words();
    }

    /** Whether the tokens of a name could also be an operation on shorter names. */
    private boolean mayBeOperation(int length) {
        for (int n = 1; n < length; n++) {
            var token = cursor.ahead(n);
            if (token.kind() == Kind.SIGN || TokenCursor.RESERVED.contains(token.text())) {
                return true;
            }
        }
        return false;
    }

    private static SyntaxException ambiguous(String name) {
        return new SyntaxException("may be the name '" + name + "' or an operation: not read");
    }
}
