package exeat.bench.cases;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Operaton's process engine, with its history at "audit". */
final class OperatonRoad implements Road {

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    OperatonRoad(BenchPostgres server, int most) {
        pool = server.pool("operaton", most);
        engine = configuration(pool).buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("road.bpmn20.xml", BpmnProcess.XML)
                .deploy();
    }

    private static ProcessEngineConfiguration configuration(HikariDataSource pool) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setEnforceHistoryTimeToLive(false);
        return configuration
                .setDataSource(pool)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(false)
                .setHistory("audit");
    }

    @Override
    public String name() {
        return "Operaton";
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
