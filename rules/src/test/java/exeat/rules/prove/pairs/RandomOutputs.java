package exeat.rules.prove.pairs;

import exeat.rules.prove.pairs.WrittenTables.Rule;
import exeat.rules.prove.pairs.WrittenTables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Outputs that packs by chance declare, with a chance of its own, so that the rest of a seed's
 * packs stays as it is. A third of the seeds have them; a pack below changes some values, and
 * sometimes declares an output of its own.
 */
final class RandomOutputs {

    private static final String PAPER = "Paper";

    /** By name, how it is declared, and the cells that a table can have. */
    private static final Map<String, List<String>> ALL =
            Map.of(
                    "months", List.of("better: more, without: 1", "0", "1", "6"),
                    "visits", List.of("better: less, without: 0", "0", "1", "2"),
                    "instalments", List.of("better: yes, without: no", "true", "false"),
                    "escorted", List.of("better: no, without: no", "true", "false"),
                    "permit",
                            List.of(
                                    "best first: [lasting, long, short], without: long",
                                    "\"lasting\"",
                                    "\"long\"",
                                    "\"short\""),
                    "enrol", List.of("better: more, without: no limit", "null", "2", "5"));

    private static final List<String> NAMES =
            List.of("months", "visits", "instalments", "escorted", "permit", "enrol");

    private final Random random;
    private final boolean has;
    private final List<String> declared = new ArrayList<>();

    RandomOutputs(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 2);
        this.has = random.nextInt(3) == 0;
    }

    /** The lines that the next pack's vocabulary has; empty for none. */
    String declare() {
        boolean isTop = declared.isEmpty();
        if (!has || (!isTop && random.nextInt(4) > 0)) {
            return "";
        }
        var lines = new StringBuilder();
        for (int many = isTop ? 1 + random.nextInt(3) : 1; many > 0; many--) {
            var name = NAMES.get(random.nextInt(NAMES.size()));
            if (!declared.contains(name)) {
                declared.add(name);
                lines.append("  - {name: %s, %s}\n".formatted(name, written(name).getFirst()));
            }
        }
        return lines.isEmpty() ? "" : "outputs:\n" + lines;
    }

    /** The tables with a column for each output declared so far. */
    Map<String, Table> with(Map<String, Table> tables) {
        var paper = tables.get(PAPER);
        if (paper == null || declared.isEmpty()) {
            return tables;
        }
        var outputs = new ArrayList<>(paper.outputs());
        var rules = new ArrayList<>(paper.rules());
        for (var name : declared) {
            boolean isNew = !outputs.contains(name);
            if (isNew) {
                outputs.add(name);
            }
            int column = outputs.indexOf(name);
            for (int at = 0; at < rules.size(); at++) {
                var rule = rules.get(at);
                if (rule.gives().size() <= column) {
                    var longer = new ArrayList<>(rule.gives());
                    longer.add(cell(name));
                    rules.set(at, new Rule(rule.when(), longer, rule.cites()));
                } else if (random.nextInt(8) == 0) {
                    rules.set(at, rule.giving(column, cell(name)));
                }
            }
        }
        var all = new LinkedHashMap<>(tables);
        all.put(PAPER, new Table(paper.policy(), outputs, rules));
        return all;
    }

    private String cell(String name) {
        var cells = written(name);
        return cells.get(1 + random.nextInt(cells.size() - 1));
    }

    private static List<String> written(String name) {
        return ALL.getOrDefault(name, List.of());
    }
}
