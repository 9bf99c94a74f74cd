package exeat.bench.cases;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable, without its executor of asynchronous jobs. */
final class FlowableRoad extends EngineRoad {

    private final String title;
    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private FlowableRoad(
            String title, OnePostgres postgres, String name, HikariDataSource pool,
            HistoryLevel history)
            throws SQLException {
        super(
                postgres.superuser(name),
                "select count(1) from public.act_hi_procinst where end_time_ is not null");
        this.title = title;
        this.pool = pool;
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAsyncExecutorActivate(false);
        configuration.setHistoryLevel(history);
        configuration.setEngineName(name);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addBytes(
                        "road.bpmn20.xml",
                        bpmn("flowable=\"http://flowable.org/bpmn\"", "")
                                .getBytes(StandardCharsets.UTF_8))
                .deploy();
    }

    /** With the history that it keeps unless told. */
    static FlowableRoad asItIs(OnePostgres postgres) throws SQLException {
        var pool = pool(postgres.database("flowable"));
        return new FlowableRoad(
                "Flowable 7.2.0", postgres, "flowable", pool, HistoryLevel.AUDIT);
    }

    /** With a history of what was done and by whom, and of no values: the least that is a record. */
    static FlowableRoad lean(OnePostgres postgres) throws SQLException {
        var pool = pool(postgres.database("flowable_lean"));
        return new FlowableRoad(
                "Flowable, lean", postgres, "flowable_lean", pool, HistoryLevel.ACTIVITY);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    String apply() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(PROCESS, APPLICATION)
                .getProcessInstanceId();
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
