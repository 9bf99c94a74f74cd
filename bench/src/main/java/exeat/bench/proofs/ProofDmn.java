package exeat.bench.proofs;

import exeat.bench.proofs.BenchTable.Row;
import java.util.List;

/**
 * A table as the routes of a pack, in a DMN file that other engines can read too, with the input
 * data and requirements that they need.
 */
final class ProofDmn {

    /** The decision to be analysed. */
    static final String ROUTE = "Route";

    private final BenchTable table;
    private final StringBuilder dmn = new StringBuilder();

    ProofDmn(BenchTable table) {
        this.table = table;
    }

    String text() {
        dmn.setLength(0);
        dmn.append(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="bench"
                  name="bench" namespace="urn:exeat:bench">
                """);
        data("purpose", "string");
        table.inputs().forEach(input -> data(input.name(), input.type()));
        begin(ROUTE, "FIRST", table.inputs().stream().map(BenchTable.Input::name).toList());
        table.inputs().forEach(input -> input(input.name(), input.type()));
        outputs(List.of("outcome", "route"), List.of("string", "string"));
        for (var row : table.rows()) {
            rule(row);
        }
        end();
        begin("Clearances", "COLLECT", List.of("purpose"));
        input("purpose", "string");
        outputs(List.of("clearance", "function", "days"), List.of("string", "string", "number"));
        rule(List.of("-"), List.of("\"look\"", "\"customs\"", "2"));
        end();
        begin("Paper", "UNIQUE", List.of("purpose"));
        input("purpose", "string");
        outputs(
                List.of("validity days", "re-entry", "decision days", "fee", "appearances"),
                List.of("number", "boolean", "number", "number", "number"));
        rule(List.of("\"settle\",\"trip\""), List.of("30", "true", "5", "0", "1"));
        end();
        return dmn.append("</definitions>\n").toString();
    }

    private void data(String name, String type) {
        dmn.append("<inputData id=\"d_%s\" name=\"%s\">".formatted(name, name))
                .append(
                        "<variable name=\"%s\" typeRef=\"%s\"/></inputData>%n"
                                .formatted(name, type));
    }

    private void begin(String name, String policy, List<String> data) {
        dmn.append("<decision id=\"%s\" name=\"%s\">".formatted(name, name))
                .append("<variable name=\"%s\"/>%n".formatted(name));
        data.forEach(this::require);
        dmn.append("<decisionTable id=\"t_%s\" hitPolicy=\"%s\">%n".formatted(name, policy));
    }

    private void require(String data) {
        dmn.append("<informationRequirement><requiredInput href=\"#d_%s\"/>".formatted(data))
                .append("</informationRequirement>\n");
    }

    private void input(String name, String type) {
        dmn.append("<input><inputExpression typeRef=\"%s\"><text>%s</text>".formatted(type, name))
                .append("</inputExpression></input>\n");
    }

    private void outputs(List<String> names, List<String> types) {
        for (int at = 0; at < names.size(); at++) {
            dmn.append(
                    "<output name=\"%s\" typeRef=\"%s\"/>%n"
                            .formatted(names.get(at), types.get(at)));
        }
        dmn.append("<annotation name=\"paragraph\"/>\n");
    }

    private void rule(Row row) {
        rule(
                row.cells(),
                row.approves()
                        ? List.of("\"approve in general\"", "\"A\"")
                        : List.of("\"refer\"", "null"));
    }

    private void rule(List<String> cells, List<String> outputs) {
        dmn.append("<rule>");
        for (var cell : cells) {
            dmn.append("<inputEntry><text>")
                    .append(cell.replace("<", "&lt;").replace(">", "&gt;"))
                    .append("</text></inputEntry>");
        }
        outputs.forEach(output ->
                dmn.append("<outputEntry><text>%s</text></outputEntry>".formatted(output)));
        dmn.append("<annotationEntry><text>1</text></annotationEntry></rule>\n");
    }

    private void end() {
        dmn.append("</decisionTable></decision>\n");
    }
}
