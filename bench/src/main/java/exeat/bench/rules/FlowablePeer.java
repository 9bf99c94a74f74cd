package exeat.bench.rules;

import exeat.bench.rules.subject.BenchRule;
import exeat.bench.rules.subject.Said;
import exeat.bench.rules.subject.TableDmn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.flowable.dmn.api.DmnDecisionService;
import org.flowable.dmn.engine.DmnEngine;
import org.flowable.dmn.engine.impl.cfg.StandaloneInMemDmnEngineConfiguration;

/**
 * Flowable's DMN engine on an in-memory database, with history off. It does not read FEEL dates, so
 * days are numbers here; amounts are compared as exact decimals.
 */
final class FlowablePeer extends Peer {

    private final DmnEngine engine;
    private final DmnDecisionService service;

    FlowablePeer(List<BenchRule> rows) {
        var configuration = new StandaloneInMemDmnEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:bench" + rows.size());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryEnabled(false);
        this.engine = configuration.buildDmnEngine();
        this.service = engine.getDmnDecisionService();
        engine.getDmnRepositoryService()
                .createDeployment()
                .addString("bench.dmn", new TableDmn(TableDmn.Dialect.FLOWABLE).of(rows))
                .deploy();
    }

    @Override
    Map<String, Object> facts(Map<String, Object> raw) {
        var map = withDay(raw);
        map.computeIfPresent("arrived", (_, day) -> ((LocalDate) day).toEpochDay());
        return map;
    }

    @Override
    Said decide(Map<String, Object> person) {
        var routes = rows(TableDmn.ROUTE, person);
        return said(
                routes.isEmpty() ? null : routes.getFirst(),
                rows(TableDmn.CLEARANCES, person),
                rows(TableDmn.PAPER, person).getFirst(),
                rows(TableDmn.SET_ASIDE, person),
                rows(TableDmn.DOCUMENTS, person).stream().map(row -> row.get("document")).toList(),
                Map::get);
    }

    private List<Map<String, Object>> rows(String decision, Map<String, Object> person) {
        return service.createExecuteDecisionBuilder()
                .decisionKey(decision)
                .variables(person)
                .executeDecision();
    }

    @Override
    public void close() {
        engine.close();
    }
}
