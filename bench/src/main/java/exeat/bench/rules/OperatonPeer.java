package exeat.bench.rules;

import exeat.bench.rules.subject.BenchRule;
import exeat.bench.rules.subject.Said;
import exeat.bench.rules.subject.TableDmn;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionRuleResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/**
 * Operaton's DMN engine alone, with the older of its two FEEL engines: the newer one took over a
 * hundred times as long here. The older one compares amounts as doubles, which distinguish cents,
 * and reads dates only with a time, so days are numbers here.
 */
final class OperatonPeer extends Peer {

    private final DmnEngine engine;
    private final Map<String, DmnDecision> decisions = new HashMap<>();

    OperatonPeer(List<BenchRule> rows) {
        var configuration =
                (DefaultDmnEngineConfiguration)
                        DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        this.engine = configuration.buildEngine();
        var dmn = new TableDmn(TableDmn.Dialect.OPERATON).of(rows).getBytes(StandardCharsets.UTF_8);
        engine.parseDecisions(new ByteArrayInputStream(dmn))
                .forEach(decision -> decisions.put(decision.getKey(), decision));
    }

    @Override
    Map<String, Object> facts(Map<String, Object> raw) {
        var map = withDay(raw);
        map.computeIfPresent("income", (_, amount) -> ((BigDecimal) amount).doubleValue());
        map.computeIfPresent("fee", (_, amount) -> ((BigDecimal) amount).doubleValue());
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
                rows(TableDmn.DOCUMENTS, person).stream()
                        .map(DmnDecisionRuleResult::getFirstEntry)
                        .toList(),
                (row, output) -> row.getEntry(output));
    }

    private List<DmnDecisionRuleResult> rows(String decision, Map<String, Object> person) {
        return engine.evaluateDecisionTable(decisions.get(decision), person);
    }
}
