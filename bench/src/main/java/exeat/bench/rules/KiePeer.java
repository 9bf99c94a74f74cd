package exeat.bench.rules;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.kie.api.io.ResourceType;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Apache KIE's DMN engine, as its own documentation starts it. */
final class KiePeer extends Peer {

    private final DMNRuntime runtime;
    private final DMNModel model;

    KiePeer(Workload workload) {
        var dmn = new DmnWriter(DmnWriter.Dialect.STANDARD).of(workload);
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
    Map<String, Object> facts(BenchCase person) {
        return person.typed();
    }

    @Override
    Object decide(Map<String, Object> person) {
        var context = runtime.newContext();
        person.forEach(context::set);
        var result =
                runtime.evaluateAll(model, context).getDecisionResultByName(DmnWriter.DECISION);
        var value = result == null ? null : result.getResult();
        return value == null ? NONE : value;
    }
}
