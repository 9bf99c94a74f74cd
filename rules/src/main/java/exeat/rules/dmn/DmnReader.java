package exeat.rules.dmn;

import exeat.rules.source.Problems;
import exeat.rules.source.XmlElement;
import exeat.rules.source.XmlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the decisions of a DMN file.
 *
 * <p>Elements that only draw, describe or arrange are passed over. Elements that compute and are
 * not decision tables over names are refused, each by its name and line: a table read in part would
 * be a wrong answer.
 */
public final class DmnReader {

    /** The models of DMN 1.1 to 1.5. */
    private static final Set<String> NAMESPACES =
            Set.of(
                    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                    "http://www.omg.org/spec/DMN/20180521/MODEL/",
                    "https://www.omg.org/spec/DMN/20191111/MODEL/",
                    "https://www.omg.org/spec/DMN/20211108/MODEL/",
                    "https://www.omg.org/spec/DMN/20230324/MODEL/");

    private static final Set<String> PASSED_OVER =
            Set.of(
                    "description",
                    "extensionElements",
                    "inputData",
                    "knowledgeSource",
                    "textAnnotation",
                    "association",
                    "group",
                    "elementCollection",
                    "performanceIndicator",
                    "organizationUnit",
                    "businessContextElement");

    private static final Set<String> PASSED_OVER_IN_DECISION =
            Set.of(
                    "description",
                    "extensionElements",
                    "question",
                    "allowedAnswers",
                    "variable",
                    "authorityRequirement",
                    "supportedObjective",
                    "impactedPerformanceIndicator",
                    "decisionMaker",
                    "decisionOwner",
                    "usingProcess",
                    "usingTask");

    private final Problems problems;
    private final String namespace;

    private DmnReader(Problems problems, String namespace) {
        this.problems = problems;
        this.namespace = namespace;
    }

    /** The model; empty, with problems reported, when the file is not DMN at all. */
    public static Optional<Model> read(byte[] bytes, Problems problems) {
        var root = XmlReader.read(bytes, problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        var definitions = root.get();
        if (!definitions.name().equals("definitions")
                || !NAMESPACES.contains(definitions.namespace())) {
            problems.add(
                    definitions.line(),
                    definitions.name(),
                    "is not the definitions element of DMN 1.1 to 1.5");
            return Optional.empty();
        }
        return Optional.of(new DmnReader(problems, definitions.namespace()).model(definitions));
    }

    private Model model(XmlElement definitions) {
        refuseOtherLanguages(definitions);
        var tables = new ArrayList<DecisionTable>();
        var names = new HashSet<String>();
        for (var child : definitions.children()) {
            if (!child.namespace().equals(namespace)) {
                continue; // diagram interchange and vendors' drawing
            }
            if (child.name().equals("decision")) {
                decision(child).ifPresent(tables::add);
                if (!names.add(child.attribute("name").orElse(""))) {
                    problems.add(child.line(), "decision", "has a name that another one has");
                }
            } else if (!PASSED_OVER.contains(child.name())) {
                problems.add(child.line(), child.name(), "is not supported");
            }
        }
        return new Model(definitions.attribute("name").orElse(""), tables);
    }

    private Optional<DecisionTable> decision(XmlElement decision) {
        var name = decision.attribute("name");
        if (name.isEmpty()) {
            problems.add(decision.line(), "decision", "has no name");
        }
        Optional<DecisionTable> table = Optional.empty();
        for (var child : decision.children()) {
            if (!child.namespace().equals(namespace)) {
                problems.add(child.line(), child.name(), "is not an element of DMN");
            } else if (child.name().equals("decisionTable")) {
                refuseOtherLanguages(child);
                table = Optional.of(new TableReader(problems).read(child, name.orElse("")));
            } else if (child.name().equals("informationRequirement")) {
                child.children("requiredDecision")
                        .forEach(required -> unsupported(required, "a decision over decisions"));
            } else if (!PASSED_OVER_IN_DECISION.contains(child.name())) {
                problems.add(child.line(), child.name(), "is not supported");
            }
        }
        if (table.isEmpty() && name.isPresent()) {
            problems.add(decision.line(), name.get(), "has no decision table that can be read");
        }
        return table;
    }

    private void unsupported(XmlElement element, String what) {
        problems.add(element.line(), element.name(), "is not supported: " + what);
    }

    private void refuseOtherLanguages(XmlElement element) {
        refuseOtherLanguage(element, problems);
        for (var child : element.children()) {
            if (element.name().equals("decisionTable")) {
                child.children().forEach(cell -> refuseOtherLanguage(cell, problems));
            }
        }
    }

    private static void refuseOtherLanguage(XmlElement element, Problems problems) {
        element.attribute("expressionLanguage")
                .filter(language -> !isFeel(language))
                .ifPresent(language ->
                        problems.add(
                                element.line(), "expressionLanguage", "is not FEEL: " + language));
    }

    private static boolean isFeel(String language) {
        return language.equalsIgnoreCase("feel")
                || language.equalsIgnoreCase("s-feel")
                || language.matches(
                        "https?://www\\.omg\\.org/spec/(DMN/[0-9]+/)?S?-?FEEL/?([0-9]+)?/?");
    }
}
