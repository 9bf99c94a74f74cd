package exeat.rules.prove.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables by name, as a file of DMN has them. */
final class WrittenTables {

    private WrittenTables() {}

    /** One rule: tests by fact, outputs as written, and the paragraph that it cites. */
    record Rule(Map<String, String> when, List<String> gives, String cites) {
        Rule with(String fact, String test) {
            var more = new TreeMap<>(when);
            more.put(fact, test);
            return new Rule(more, gives, cites);
        }

        Rule without(String fact) {
            var fewer = new TreeMap<>(when);
            fewer.remove(fact);
            return new Rule(fewer, gives, cites);
        }

        Rule giving(int output, String value) {
            var other = new ArrayList<>(gives);
            other.set(output, value);
            return new Rule(when, other, cites);
        }

        Rule citing(String paragraph) {
            return new Rule(when, gives, paragraph);
        }
    }

    record Table(String policy, List<String> outputs, List<Rule> rules) {
        Table copy() {
            return new Table(policy, outputs, new ArrayList<>(rules));
        }
    }

    static String dmn(List<String> facts, Map<String, Table> tables) {
        var dmn =
                new StringBuilder(
                        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\""
                                + " name=\"x\">");
        facts.forEach(
                fact -> dmn.append("<inputData id=\"in-%s\" name=\"%s\"/>".formatted(fact, fact)));
        tables.forEach((name, table) -> dmn.append(dmn(facts, name, table)));
        return dmn.append("</definitions>").toString();
    }

    private static String dmn(List<String> facts, String name, Table table) {
        var dmn =
                new StringBuilder(
                        "<decision id=\"%s\" name=\"%s\"><variable name=\"%s\"/>"
                                .formatted(name.replace(' ', '-'), name, name));
        facts.forEach(fact ->
                dmn.append(
                        "<informationRequirement><requiredInput href=\"#in-%s\"/></informationRequirement>"
                                .formatted(fact)));
        dmn.append("<decisionTable hitPolicy=\"%s\">".formatted(table.policy()));
        facts.forEach(fact ->
                dmn.append(
                        "<input><inputExpression><text>%s</text></inputExpression></input>"
                                .formatted(fact)));
        for (var output : table.outputs()) {
            var order =
                    output.equals("outcome")
                            ? "<outputValues><text>"
                                    + (gives(table, "\"refuse\"") ? "\"refuse\"," : "")
                                    + "\"approve always\",\"approve in general\",\"refer\"</text>"
                                    + "</outputValues>"
                            : "";
            dmn.append("<output name=\"%s\">%s</output>".formatted(output, order));
        }
        dmn.append("<annotation name=\"paragraph\"/>");
        for (int at = 0; at < table.rules().size(); at++) {
            var rule = table.rules().get(at);
            dmn.append("<rule id=\"r%d\">".formatted(at));
            facts.forEach(fact -> entry(dmn, "inputEntry", rule.when().getOrDefault(fact, "-")));
            rule.gives().forEach(value -> entry(dmn, "outputEntry", value));
            entry(dmn, "annotationEntry", rule.cites());
            dmn.append("</rule>");
        }
        return dmn.append("</decisionTable></decision>").toString();
    }

    private static boolean gives(Table table, String outcome) {
        return table.rules().stream().anyMatch(rule -> rule.gives().getFirst().equals(outcome));
    }

    private static void entry(StringBuilder dmn, String tag, String text) {
        dmn.append("<%s><text>%s</text></%s>".formatted(tag, text.replace("<", "&lt;"), tag));
    }
}
