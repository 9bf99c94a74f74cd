package exeat.rules.dmn.engine;

import exeat.rules.source.ProblemCollector;
import exeat.rules.source.XmlElement;
import exeat.rules.source.XmlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models that a file can import: those given beside it, by their namespaces (DMN 1.5, 6.3.3).
 * Each is read once, however often it is imported. Nothing is ever fetched.
 */
final class ImportedModels {

    /** At most this many models are read, because packs come from strangers. */
    static final int MAX_MODELS = 64;

    /** Makes a model of a file whose imports are known. */
    interface Making {
        DmnFile make(XmlElement root, Map<String, DmnFile> imports, boolean isImported);
    }

    private final Map<String, XmlElement> beside = new HashMap<>();
    private final Map<String, DmnFile> made = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Making making;
    private final ProblemCollector problems;

    /**
     * @param files that can be imported; one that is no DMN is reported
     */
    ImportedModels(List<byte[]> files, Making making, ProblemCollector problems) {
        this.making = making;
        this.problems = problems;
        if (files.size() > MAX_MODELS) {
            problems.add(0, "import", "has more than " + MAX_MODELS + " models beside it");
            return;
        }
        for (var bytes : files) {
            XmlReader.read(bytes, problems)
                    .filter(root -> DmnFile.isDmn(root, problems))
                    .ifPresent(this::offer);
        }
    }

    /**
     * An element of an imported model.
     *
     * @param name of the import
     * @param id there
     */
    record Foreign(String name, DmnFile model, String id) {
        GraphElement unit() throws UnsupportedElementException {
            return model.graph().unit(id);
        }
    }

    /**
     * What a reference of an element names in one of the models that its file imports.
     *
     * @param imports by name
     */
    static Foreign find(Map<String, DmnFile> imports, XmlElement element, XmlElement reference)
            throws UnsupportedElementException {
        var href = reference.attribute("href").orElse("");
        int at = href.indexOf('#');
        for (var one : imports.entrySet()) {
            if (at > 0 && href.substring(0, at).equals(one.getValue().namespace())) {
                return new Foreign(one.getKey(), one.getValue(), href.substring(at + 1));
            }
        }
        throw new UnsupportedElementException(
                DmnXml.label(element), reference.line(), "requires an element in another file");
    }

    private void offer(XmlElement root) {
        var namespace = root.attribute("namespace").orElse("");
        if (beside.put(namespace, root) != null) {
            problems.add(root.line(), "namespace", "is that of two models: " + namespace);
        }
    }

    /** The file with what it imports. */
    DmnFile of(XmlElement root) {
        return making.make(root, imports(root), false);
    }

    /**
     * The model of each import, by the import's name; a missing one is reported where it is used.
     */
    private Map<String, DmnFile> imports(XmlElement root) {
        var imports = new LinkedHashMap<String, DmnFile>();
        var names = new ArrayList<String>();
        for (var element : root.children("import")) {
            var namespace = element.attribute("namespace").orElse("");
            var name = DmnXml.name(element);
            if (!DmnFile.isDmn(element.attribute("importType").orElse(""))) {
                continue;
            }
            if (names.contains(name)) {
                problems.add(element.line(), "import", "has the name of another import: " + name);
                continue;
            }
            names.add(name);
            model(namespace, element).ifPresent(model -> imports.put(name, model));
        }
        return imports;
    }

    private Optional<DmnFile> model(String namespace, XmlElement element) {
        var known = Optional.ofNullable(made.get(namespace));
        var root = Optional.ofNullable(beside.get(namespace));
        if (known.isPresent() || root.isEmpty()) {
            return known;
        }
        if (!open.add(namespace)) {
            problems.add(element.line(), "import", "leads back to this model: " + namespace);
            return Optional.empty();
        }
        var model = making.make(root.get(), imports(root.get()), true);
        open.remove(namespace);
        made.put(namespace, model);
        return Optional.of(model);
    }
}
