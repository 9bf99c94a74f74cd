package exeat.rules.dmn.engine;

import java.util.List;
import java.util.Random;

/** A random file with one table of a number and a string, and of one or two outputs. */
final class RandomTable {

    private static final List<String> POLICIES =
            List.of(
                    "UNIQUE",
                    "FIRST",
                    "ANY",
                    "PRIORITY",
                    "RULE ORDER",
                    "OUTPUT ORDER",
                    "COLLECT",
                    "COLLECT\" aggregation=\"SUM",
                    "COLLECT\" aggregation=\"MIN",
                    "COLLECT\" aggregation=\"MAX",
                    "COLLECT\" aggregation=\"COUNT");

    private static final String[] NUMBERS = {"0", "1", "2.5", "10"};

    private final Random random;

    RandomTable(Random random) {
        this.random = random;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** Every number that a table may speak of, and one on each side of it. */
    static List<String> boundaries() {
        return List.of(
                "-0.1", "0", "0.1", "0.9", "1", "1.1", "2.4", "2.5", "2.6", "9.9", "10", "10.1");
    }

    String xml() {
        var policy = POLICIES.get(random.nextInt(POLICIES.size()));
        boolean two = !policy.contains("aggregation") && random.nextBoolean();
        var rules = new StringBuilder();
        int count = 1 + random.nextInt(5);
        for (int n = 0; n < count; n++) {
            rules.append(rule(two));
        }
        var second = two ? "<output name=\"w\" typeRef=\"string\"/>" : "";
        return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="urn:t" name="t" id="t">
          <inputData id="i1" name="a size"><variable name="a size" typeRef="number"/></inputData>
          <inputData id="i2" name="c"><variable name="c" typeRef="string"/></inputData>
          <decision id="d" name="d"><variable name="d"/>
            <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
            <informationRequirement id="r2"><requiredInput href="#i2"/></informationRequirement>
            <decisionTable id="dt" hitPolicy="%s">
              <input id="c1"><inputExpression id="e1" typeRef="number"><text>a size</text></inputExpression></input>
              <input id="c2"><inputExpression id="e2" typeRef="string"><text>c</text></inputExpression></input>
              <output name="v" typeRef="number"><outputValues><text>3,1,2</text></outputValues></output>%s
              %s
            </decisionTable>
          </decision>
        </definitions>
        """
                .formatted(policy, second, rules);
    }

    private String rule(boolean two) {
        var number = xml(number());
        var text =
                xml(
                        one(
                                "-",
                                "\"x\"",
                                "\"y\"",
                                "\"x\", \"y\"",
                                "not(\"x\")",
                                "null",
                                "\"x\", null"));
        var value = one("1", "2", "3", "4 - 1");
        var second =
                two
                        ? "<outputEntry><text>"
                                + xml(one("\"p\"", "\"q\""))
                                + "</text></outputEntry>"
                        : "";
        return """
        <rule><inputEntry><text>%s</text></inputEntry><inputEntry><text>%s</text></inputEntry>
        <outputEntry><text>%s</text></outputEntry>%s</rule>
        """
                .formatted(number, text, value, second);
    }

    private String number() {
        return switch (random.nextInt(9)) {
            case 0 -> "-";
            case 1 -> one(NUMBERS);
            case 2 -> one("< ", "<= ", "> ", ">= ") + one(NUMBERS);
            case 3 ->
                    one("[", "(", "]")
                            + one("0", "1")
                            + ".."
                            + one("2.5", "10")
                            + one("]", ")", "[");
            case 4 -> one(NUMBERS) + ", " + one("< ", ">= ") + one(NUMBERS);
            case 5 -> "not(" + one(NUMBERS) + one("", ", > 2.5") + ")";
            case 6 -> "? > " + one(NUMBERS) + " and ? <= 10";
            case 7 -> "null";
            default -> "not(null)";
        };
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
