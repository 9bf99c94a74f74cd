package exeat.bench.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/**
 * Operaton's DMN engine alone, with the older of the two FEEL engines that it brings: the newer one
 * took over a hundred times as long here. The older one compares amounts as doubles, which tells
 * cents apart, and reads no dates but with a time, so days are numbers for it.
 */
final class OperatonPeer extends Peer {

    private final DmnEngine engine;
    private final DmnDecision decision;

    OperatonPeer(Workload workload) {
        var configuration =
                (DefaultDmnEngineConfiguration)
                        DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        this.engine = configuration.buildEngine();
        var dmn =
                new DmnWriter(DmnWriter.Dialect.OPERATON)
                        .of(workload)
                        .getBytes(StandardCharsets.UTF_8);
        this.decision = engine.parseDecision(DmnWriter.DECISION, new ByteArrayInputStream(dmn));
    }

    @Override
    Map<String, Object> facts(BenchCase person) {
        var map = person.typed();
        map.put("income", person.income().doubleValue());
        map.put("fee", person.fee().doubleValue());
        map.put("arrived", person.arrived().toEpochDay());
        return map;
    }

    @Override
    Object decide(Map<String, Object> person) {
        var result = engine.evaluateDecisionTable(decision, person);
        return result.isEmpty() ? NONE : result.getFirstResult().getFirstEntry();
    }
}
