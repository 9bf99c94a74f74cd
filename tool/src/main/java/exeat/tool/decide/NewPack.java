package exeat.tool.decide;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.source.PackException;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the files of a pack to start from: a small one of its own, or one below another. */
final class NewPack {

    private static final String RECORD = "record.yaml";
    private static final String RULES = "rules.dmn";
    private static final String VOCABULARY = "vocabulary.yaml";
    private static final String AUTHORITIES = "authorities.yaml";
    private static final String MESSAGES = "messages_en.properties";

    private static final List<String> FILES =
            List.of(RECORD, RULES, VOCABULARY, AUTHORITIES, MESSAGES);

    /** What a local record takes over from the one above. */
    private static final List<String> KEPT = List.of("addressees", "instruments", "content");

    private final Path folder;
    private final LocalDate today;

    /**
     * @param folder whose name is the pack's id; must not be there, or be empty
     */
    NewPack(Path folder, LocalDate today) {
        this.folder = folder;
        this.today = today;
        var id = String.valueOf(folder.getFileName());
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*+")) {
            throw new UsageError(
                    id
                            + ": an id must be lower-case words and numbers joined by hyphens"
                            + " between them");
        }
    }

    /** Writes a small directive of its own. */
    void write() {
        var files = new TreeMap<String, String>();
        for (var file : FILES) {
            files.put(file, filled(template(file)));
        }
        write(files);
    }

    /**
     * Writes a pack below another, which decides exactly as that one does.
     *
     * @param parent the other's folder
     */
    void writeBelow(Path parent) {
        var above = read(parent);
        var files = new TreeMap<String, String>();
        try {
            files.put(RECORD, record(Files.readString(parent.resolve(RECORD)), parent));
            files.put(RULES, Files.readString(parent.resolve(RULES)));
            files.put(AUTHORITIES, Files.readString(parent.resolve(AUTHORITIES)));
        } catch (IOException unreadable) {
            throw new UsageError(parent + ": cannot be read", unreadable);
        }
        files.put(VOCABULARY, template("local-vocabulary.yaml"));
        above.messages()
                .languages()
                .forEach(language ->
                        files.put(messages(language), template("local-messages_en.properties")));
        write(files);
        words(above);
    }

    private static Directive read(Path folder) {
        try {
            return Pack.read(folder);
        } catch (PackException bad) {
            throw new UsageError(bad);
        }
    }

    /** Takes the words that are not inherited, such as those of routes, from the pack above. */
    private void words(Directive above) {
        // English first: other languages need what English has.
        words(above, "en");
        above.messages().languages().stream()
                .filter(language -> !language.equals("en"))
                .forEach(language -> words(above, language));
    }

    private void words(Directive above, String language) {
        var lines = new StringBuilder();
        for (var key : parsed().missingKeys().getOrDefault(language, List.of())) {
            lines.append(key).append('=');
            lines.append(above.messages().text(Locale.of(language), key)).append('\n');
        }
        var file = folder.resolve(messages(language));
        try {
            Files.writeString(file, Files.readString(file) + lines);
        } catch (IOException e) {
            throw new UsageError(file + ": cannot be written", e);
        }
    }

    private static String messages(String language) {
        return "messages_" + language + ".properties";
    }

    private ParsedPack parsed() {
        try {
            return Pack.parse(folder);
        } catch (PackException bad) {
            throw new UsageError(
                    folder + " was written, but has errors below that pack:\n" + bad.getMessage(),
                    bad);
        }
    }

    /** A record of its own, with the paragraphs that the copied rules cite. */
    private String record(String above, Path parent) {
        var text = filled(template("local-record.yaml")).replace("@EXTENDS@", named(parent));
        return text + String.join("\n", kept(above)) + "\n";
    }

    /** The parent by its id if it lies beside the new pack, otherwise by the path from there. */
    private String named(Path parent) {
        var own = folder.toAbsolutePath().normalize();
        var above = parent.toAbsolutePath().normalize();
        boolean beside = above.getParent() != null && above.getParent().equals(own.getParent());
        var path = beside ? above.getFileName() : own.relativize(above);
        return String.valueOf(path).replace('\\', '/');
    }

    /** The lines of the kept keys; marks stand in the other text, not in this one. */
    private static List<String> kept(String record) {
        var lines = new ArrayList<String>();
        boolean keeping = false;
        for (var line : record.lines().toList()) {
            boolean isKey = line.matches("[a-z].*");
            if (isKey) {
                keeping = KEPT.contains(line.substring(0, line.indexOf(':')));
            }
            boolean isMark = line.matches(" *- mark:.*");
            boolean isComment = line.startsWith("#");
            if (keeping && !isMark && !isComment && !line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private String filled(String template) {
        return template.replace("@ID@", String.valueOf(folder.getFileName()))
                .replace("@DATE@", today.toString());
    }

    private static String template(String name) {
        try (InputStream in = NewPack.class.getResourceAsStream("pack/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Map<String, String> files) {
        try {
            Files.createDirectories(folder);
            try (var there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new UsageError(
                            folder + " already exists and is not empty; nothing" + " was written");
                }
            }
            for (var file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UsageError(folder + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
