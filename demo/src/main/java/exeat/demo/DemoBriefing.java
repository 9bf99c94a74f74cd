package exeat.demo;

import exeat.casework.command.BriefingCommand;
import exeat.casework.event.BriefingEvent;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId.BriefingId;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.util.stream.Collectors;

/**
 * Hands the directive down level by level. One county does not read it, so its cases go up and the
 * delay counts against it.
 */
final class DemoBriefing {

    /** These officers have not found the time. */
    static final AuthorityId SILENT = new AuthorityId("jl-changbai");

    private final DeskClient counter;
    private final DemoOfficers officers;
    private final AuthorityTree tree;
    private final Directive directive;
    private final BriefingId id;
    private final Focus focus;

    DemoBriefing(DeskClient counter, DemoOfficers officers, Directive directive, Focus focus) {
        this.focus = focus;
        this.counter = counter;
        this.officers = officers;
        this.directive = directive;
        tree = directive.authorities();
        id = new BriefingId(directive.ref().id());
    }

    void handDown() {
        var root = tree.root().id();
        var version = directive.ref().hash();
        sign(version);
        counter.act(
                officers.first(root), "demo/force", new BriefingCommand.PutInForce(id, version));
        below(root);
    }

    /** Two made-up lawyers sign that each rule matches its paragraph. */
    private void sign(String version) {
        var pairs = RulePair.of(directive).stream().map(RulePair::hash).collect(Collectors.toSet());
        int number = 1;
        for (var lawyer : officers.signing()) {
            var command = new BriefingCommand.SignRules(id, version, pairs);
            counter.act(lawyer, "demo/sign/" + number++, command);
        }
    }

    private void below(AuthorityId unit) {
        var key = key("hand", unit, 1);
        for (var event : counter.act(officers.first(unit), key, new BriefingCommand.HandDown(id))) {
            if (event instanceof BriefingEvent.HandedDown handed && !focus.isSilent(handed.to())) {
                acknowledge(handed.to());
                if (!tree.children(handed.to()).isEmpty()) {
                    below(handed.to());
                }
            }
        }
    }

    private void acknowledge(AuthorityId unit) {
        var sessions = officers.all(unit);
        for (int i = 0; i < sessions.size(); i++) {
            counter.act(
                    sessions.get(i),
                    key("read", unit, i + 1),
                    BriefingCommand.Acknowledge.asRead(directive));
        }
    }

    private static String key(String what, AuthorityId unit, int officer) {
        return "demo/" + what + "/" + unit + "/" + officer;
    }
}
