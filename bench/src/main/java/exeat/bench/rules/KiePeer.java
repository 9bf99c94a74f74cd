package exeat.bench.rules;

import exeat.bench.rules.subject.BenchRule;
import exeat.bench.rules.subject.Said;
import exeat.bench.rules.subject.TableDmn;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.ResourceType;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Apache KIE's DMN engine, as its own documentation starts it. */
final class KiePeer extends Peer {

    private final DMNRuntime runtime;
    private final DMNModel model;

    KiePeer(List<BenchRule> rows) {
        var dmn = new TableDmn(TableDmn.Dialect.STANDARD).of(rows);
        var resource = ResourceFactory.newReaderResource(new StringReader(dmn));
        resource.setResourceType(ResourceType.DMN);
        this.runtime =
                DMNRuntimeBuilder.fromDefaults()
                        .buildConfiguration()
                        .fromResources(List.of(resource))
                        .getOrElseThrow(RuntimeException::new);
        this.model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
    }

    @Override
    Map<String, Object> facts(Map<String, Object> raw) {
        return withDay(raw);
    }

    @Override
    Said decide(Map<String, Object> person) {
        var context = runtime.newContext();
        person.forEach(context::set);
        var result = runtime.evaluateAll(model, context);
        return said(
                row(result, TableDmn.ROUTE),
                rows(result, TableDmn.CLEARANCES),
                Objects.requireNonNull(row(result, TableDmn.PAPER)),
                rows(result, TableDmn.SET_ASIDE),
                (List<?>) result(result, TableDmn.DOCUMENTS),
                Map::get);
    }

    private static Object result(DMNResult result, String decision) {
        return result.getDecisionResultByName(decision).getResult();
    }

    @SuppressWarnings("unchecked") // its results are objects
    private static @Nullable Map<String, Object> row(DMNResult result, String decision) {
        return (Map<String, Object>) result(result, decision);
    }

    @SuppressWarnings("unchecked") // its results are objects
    private static List<Map<String, Object>> rows(DMNResult result, String decision) {
        return (List<Map<String, Object>>) result(result, decision);
    }
}
