package exeat.bench.rules;

import com.gs.dmn.DMNModelRepository;
import com.gs.dmn.ast.TDRGElement;
import com.gs.dmn.dialect.JavaTimeDMNDialectDefinition;
import com.gs.dmn.log.Slf4jBuildLogger;
import com.gs.dmn.runtime.Context;
import com.gs.dmn.runtime.interpreter.DMNInterpreter;
import com.gs.dmn.runtime.interpreter.EvaluationContext;
import com.gs.dmn.runtime.interpreter.Result;
import com.gs.dmn.transformation.InputParameters;
import exeat.bench.rules.subject.BenchRule;
import exeat.bench.rules.subject.Said;
import exeat.bench.rules.subject.TableDmn;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** jDMN's interpreter. */
final class JdmnPeer extends Peer {

    private final DMNInterpreter<
                    Number, LocalDate, TemporalAccessor, TemporalAccessor, TemporalAmount>
            interpreter;
    private final Map<String, TDRGElement> decisions = new HashMap<>();
    private final String namespace;

    JdmnPeer(List<BenchRule> rows) {
        var dialect = new JavaTimeDMNDialectDefinition();
        var parameters = new InputParameters();
        var logger = new Slf4jBuildLogger(LoggerFactory.getLogger(JdmnPeer.class));
        var model =
                dialect.createDMNSerializer(logger, parameters)
                        .readModel(
                                new StringReader(new TableDmn(TableDmn.Dialect.STANDARD).of(rows)));
        var repository = new DMNModelRepository(model);
        this.interpreter = dialect.createDMNInterpreter(repository, parameters);
        this.namespace = model.getNamespace();
        for (var name :
                List.of(
                        TableDmn.ROUTE,
                        TableDmn.CLEARANCES,
                        TableDmn.PAPER,
                        TableDmn.SET_ASIDE,
                        TableDmn.DOCUMENTS)) {
            decisions.put(name, repository.findDRGElementByName(model, name));
        }
    }

    /** Its numbers are always decimals, even whole ones. */
    @Override
    Map<String, Object> facts(Map<String, Object> raw) {
        var map = withDay(raw);
        map.computeIfPresent("age", (_, age) -> BigDecimal.valueOf((Integer) age));
        return map;
    }

    @Override
    Said decide(Map<String, Object> person) {
        return said(
                (Context) value(TableDmn.ROUTE, person),
                rows(TableDmn.CLEARANCES, person),
                Objects.requireNonNull((Context) value(TableDmn.PAPER, person)),
                rows(TableDmn.SET_ASIDE, person),
                Objects.requireNonNull((List<?>) value(TableDmn.DOCUMENTS, person)),
                (row, output) -> row.get(output));
    }

    @SuppressWarnings("unchecked") // its results are objects
    private List<Context> rows(String decision, Map<String, Object> person) {
        return Objects.requireNonNull((List<Context>) value(decision, person));
    }

    private @Nullable Object value(String decision, Map<String, Object> person) {
        var context =
                EvaluationContext.makeDecisionEvaluationContext(decisions.get(decision), person);
        return Result.value(interpreter.evaluateDecision(namespace, decision, context));
    }
}
