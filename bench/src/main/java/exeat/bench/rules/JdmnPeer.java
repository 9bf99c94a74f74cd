package exeat.bench.rules;

import com.gs.dmn.DMNModelRepository;
import com.gs.dmn.ast.TDRGElement;
import com.gs.dmn.dialect.JavaTimeDMNDialectDefinition;
import com.gs.dmn.log.Slf4jBuildLogger;
import com.gs.dmn.runtime.interpreter.DMNInterpreter;
import com.gs.dmn.runtime.interpreter.EvaluationContext;
import com.gs.dmn.runtime.interpreter.Result;
import com.gs.dmn.transformation.InputParameters;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** jDMN's interpreter. */
final class JdmnPeer extends Peer {

    private final DMNInterpreter<
                    Number, LocalDate, TemporalAccessor, TemporalAccessor, TemporalAmount>
            interpreter;
    private final TDRGElement decision;
    private final String namespace;

    JdmnPeer(Workload workload) {
        var dialect = new JavaTimeDMNDialectDefinition();
        var parameters = new InputParameters();
        var logger = new Slf4jBuildLogger(LoggerFactory.getLogger(JdmnPeer.class));
        var model =
                dialect.createDMNSerializer(logger, parameters)
                        .readModel(
                                new StringReader(
                                        new DmnWriter(DmnWriter.Dialect.STANDARD).of(workload)));
        var repository = new DMNModelRepository(model);
        this.interpreter = dialect.createDMNInterpreter(repository, parameters);
        this.namespace = model.getNamespace();
        this.decision = repository.findDRGElementByName(model, DmnWriter.DECISION);
    }

    /** Its numbers are decimals, whole or not. */
    @Override
    Map<String, Object> facts(BenchCase person) {
        var map = person.typed();
        map.put("age", BigDecimal.valueOf(person.age()));
        return map;
    }

    @Override
    Object decide(Map<String, Object> person) {
        var context = EvaluationContext.makeDecisionEvaluationContext(decision, person);
        var value =
                Result.value(interpreter.evaluateDecision(namespace, DmnWriter.DECISION, context));
        return value == null ? NONE : value;
    }
}
