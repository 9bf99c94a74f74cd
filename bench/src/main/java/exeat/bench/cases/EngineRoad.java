package exeat.bench.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * A workflow engine on the same road: the application begins a process with the same facts as
 * variables, and each step after it is a user task that somebody looks up and completes through the
 * engine's interface, one transaction each. What the two engines share; the engines themselves are
 * in {@link FlowableRoad} and {@link OperatonRoad}.
 */
abstract class EngineRoad implements Contender {

    /** One connection for each client of the largest round would only make them wait for each other. */
    private static final int CONNECTIONS = 32;

    static final String PROCESS = "road";

    /** Variables that the application brings, as its forms would give them. */
    static final Map<String, Object> APPLICATION =
            Map.ofEntries(
                    Map.entry("family", "Kim"),
                    Map.entry("given", "Chol Su"),
                    Map.entry("birthDate", "1930-05-01"),
                    Map.entry("nationality", "CN"),
                    Map.entry("residence", "jl-yanji"),
                    Map.entry("purpose", "settle"),
                    Map.entry("askedToReturn", false),
                    Map.entry("appliedToBuild", false),
                    Map.entry("relationsInKorea", false),
                    Map.entry("ethnicity", "other"),
                    Map.entry("onARequestList", false),
                    Map.entry("officerKinship", false));

    private static final String BPMN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:%1$s targetNamespace="exeat">
              <process id="road" isExecutable="true"%2$s>
                <startEvent id="apply"/>
                <sequenceFlow id="f1" sourceRef="apply" targetRef="confirm"/>
                <userTask id="confirm" name="Confirm"/>
                <sequenceFlow id="f2" sourceRef="confirm" targetRef="decide"/>
                <userTask id="decide" name="Decide"/>
                <sequenceFlow id="f3" sourceRef="decide" targetRef="both"/>
                <parallelGateway id="both"/>
                <sequenceFlow id="f4" sourceRef="both" targetRef="identity"/>
                <sequenceFlow id="f5" sourceRef="both" targetRef="formalities"/>
                <userTask id="identity" name="Identity"/>
                <userTask id="formalities" name="Exit formalities"/>
                <sequenceFlow id="f6" sourceRef="identity" targetRef="cleared"/>
                <sequenceFlow id="f7" sourceRef="formalities" targetRef="cleared"/>
                <parallelGateway id="cleared"/>
                <sequenceFlow id="f8" sourceRef="cleared" targetRef="authorise"/>
                <userTask id="authorise" name="Authorise"/>
                <sequenceFlow id="f9" sourceRef="authorise" targetRef="cross"/>
                <userTask id="cross" name="Cross"/>
                <sequenceFlow id="f10" sourceRef="cross" targetRef="departed"/>
                <endEvent id="departed"/>
              </process>
            </definitions>
            """;

    /** The process in the words of one engine. */
    static String bpmn(String namespace, String attributes) {
        return BPMN.formatted(namespace, attributes);
    }

    private final Connection superuser;
    private final String counting;

    /** @param counting SQL for the cases that have ended */
    EngineRoad(Connection superuser, String counting) {
        this.superuser = superuser;
        this.counting = counting;
    }

    static HikariDataSource pool(OnePostgres.Database database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    /** Begins a process and gives its id. */
    abstract String apply();

    /** Looks the task up and completes it. */
    abstract void complete(String process, String task, Map<String, Object> variables);

    @Override
    public int commands() {
        return 7;
    }

    @Override
    public void ride(int client, Clock clock) {
        clock.begin();
        var process = apply();
        clock.answered();
        give(process, "confirm", Map.of("told", true), clock);
        give(process, "decide", Map.of("approved", true, "reason", "they belong"), clock);
        give(process, "identity", Map.of(), clock);
        give(process, "formalities", Map.of(), clock);
        give(process, "authorise", Map.of("paper", "TA-0000-0000"), clock);
        give(process, "cross", Map.of("post", "jl-tumen"), clock);
    }

    private void give(String process, String task, Map<String, Object> variables, Clock clock) {
        complete(process, task, variables);
        clock.answered();
    }

    @Override
    public long crossed() throws Exception {
        return OnePostgres.number(superuser, counting);
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
