package exeat.bench.cases;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;

/** Flowable's process engine, with its history at "audit". */
final class FlowableRoad implements Road {

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    FlowableRoad(BenchPostgres server, int most) {
        pool = server.pool("flowable", most);
        engine = configuration(pool).buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("road.bpmn20.xml", BpmnProcess.XML)
                .deploy();
    }

    private static ProcessEngineConfiguration configuration(HikariDataSource pool) {
        return ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(pool)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setAsyncExecutorActivate(false)
                .setHistory("audit");
    }

    @Override
    public String name() {
        return "Flowable";
    }

    @Override
    public List<Road.Client> clients(int many) {
        return Collections.nCopies(many, this::travel);
    }

    private void travel() {
        var begun =
                engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                BpmnProcess.KEY,
                                UUID.randomUUID().toString(),
                                Map.of("application", BpmnProcess.APPLICATION));
        for (var name : BpmnProcess.TASKS) {
            var task =
                    engine.getTaskService()
                            .createTaskQuery()
                            .processInstanceId(begun.getId())
                            .taskDefinitionKey(name)
                            .singleResult();
            engine.getTaskService().complete(task.getId(), Map.of(name + " by", "officer"));
        }
    }

    @Override
    public long crossed() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().finished().count();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
