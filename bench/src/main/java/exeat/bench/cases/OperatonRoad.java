package exeat.bench.cases;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Operaton, which goes on where Camunda 7 ended; without its executor of jobs. */
final class OperatonRoad extends EngineRoad {

    private final String title;
    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private OperatonRoad(
            String title, OnePostgres postgres, String name, HikariDataSource pool, String history)
            throws SQLException {
        super(
                postgres.superuser(name),
                "select count(1) from public.act_hi_procinst where end_time_ is not null");
        this.title = title;
        this.pool = pool;
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setHistory(history);
        configuration.setProcessEngineName(name);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "road.bpmn",
                        bpmn(
                                "operaton=\"http://operaton.org/schema/1.0/bpmn\"",
                                " operaton:historyTimeToLive=\"P3650D\""))
                .deploy();
    }

    /** With the history that it keeps unless told. */
    static OperatonRoad asItIs(OnePostgres postgres) throws SQLException {
        return new OperatonRoad(
                "Operaton 1.0.3",
                postgres,
                "operaton",
                pool(postgres.database("operaton")),
                ProcessEngineConfiguration.HISTORY_FULL);
    }

    /** With a history of what was done and by whom, and of no values: the least that is a record. */
    static OperatonRoad lean(OnePostgres postgres) throws SQLException {
        return new OperatonRoad(
                "Operaton, lean",
                postgres,
                "operaton_lean",
                pool(postgres.database("operaton_lean")),
                ProcessEngineConfiguration.HISTORY_ACTIVITY);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    String apply() {
        return engine.getRuntimeService().startProcessInstanceByKey(PROCESS, APPLICATION).getId();
    }

    @Override
    void complete(String process, String task, Map<String, Object> variables) {
        var tasks = engine.getTaskService();
        var found =
                tasks.createTaskQuery()
                        .processInstanceId(process)
                        .taskDefinitionKey(task)
                        .singleResult();
        tasks.complete(found.getId(), variables);
    }

    @Override
    public void close() throws SQLException {
        engine.close();
        pool.close();
        super.close();
    }
}
