package exeat.demo;

import exeat.casework.Command;
import exeat.casework.Event;
import exeat.casework.StreamId.BriefingId;
import exeat.rules.AuthorityId;
import exeat.rules.AuthorityTree;

/**
 * The directive goes down, level by level. One county does not read it, so that its files go up and
 * the delay is booked to it.
 */
final class Briefing {

    /** Whoever is here has not found the time. */
    static final AuthorityId SILENT = new AuthorityId("jl-changbai");

    private final Counter counter;
    private final Officers officers;
    private final AuthorityTree tree;
    private final BriefingId id;

    Briefing(Counter counter, Officers officers, AuthorityTree tree, String directive) {
        this.counter = counter;
        this.officers = officers;
        this.tree = tree;
        id = new BriefingId(directive);
    }

    void handDown() {
        var root = tree.root().id();
        counter.act(officers.first(root), "demo/force", new Command.PutInForce(id));
        below(root);
    }

    private void below(AuthorityId unit) {
        var key = key("hand", unit, 1);
        for (var event : counter.act(officers.first(unit), key, new Command.HandDown(id))) {
            if (event instanceof Event.HandedDown handed && !handed.to().equals(SILENT)) {
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
            counter.act(sessions.get(i), key("read", unit, i + 1), new Command.Acknowledge(id));
        }
    }

    private static String key(String what, AuthorityId unit, int officer) {
        return "demo/" + what + "/" + unit + "/" + officer;
    }
}
