package exeat.bench.rules;

import java.util.Map;
import org.flowable.dmn.api.DmnDecisionService;
import org.flowable.dmn.engine.DmnEngine;
import org.flowable.dmn.engine.impl.cfg.StandaloneInMemDmnEngineConfiguration;

/**
 * Flowable's DMN engine over its database in memory, history off. It reads no FEEL dates, so days
 * are numbers for it; amounts are compared as exact decimals.
 */
final class FlowablePeer extends Peer {

    private final DmnEngine engine;
    private final DmnDecisionService service;

    FlowablePeer(Workload workload) {
        var configuration = new StandaloneInMemDmnEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:bench" + workload.rows().size());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryEnabled(false);
        this.engine = configuration.buildDmnEngine();
        this.service = engine.getDmnDecisionService();
        engine.getDmnRepositoryService()
                .createDeployment()
                .addString("bench.dmn", new DmnWriter(DmnWriter.Dialect.FLOWABLE).of(workload))
                .deploy();
    }

    @Override
    Map<String, Object> facts(BenchCase person) {
        var map = person.typed();
        map.put("arrived", person.arrived().toEpochDay());
        return map;
    }

    @Override
    Object decide(Map<String, Object> person) {
        var row =
                service.createExecuteDecisionBuilder()
                        .decisionKey(DmnWriter.DECISION)
                        .variables(person)
                        .executeDecisionWithSingleResult();
        var value = row == null ? null : row.get(DmnWriter.DECISION);
        return value == null ? NONE : value;
    }

    @Override
    public void close() {
        engine.close();
    }
}
