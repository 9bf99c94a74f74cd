package exeat.rules.dmn.engine;

import exeat.rules.feel.Scope;
import exeat.rules.feel.value.Conformance;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Type;

/** A boxed expression, ready to be evaluated. */
public interface CompiledExpression {

    FeelValue evaluate(Scope scope, EvaluationContext run);

    /** This expression, with its value converted to the type, or to null. */
    default CompiledExpression as(Type type) {
        return type instanceof Type.Any
                ? this
                : (scope, run) -> Conformance.coerce(evaluate(scope, run), type, run);
    }
}
