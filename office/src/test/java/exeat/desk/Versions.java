package exeat.desk;

import exeat.rules.Directive;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Other versions of the pack of 1963, made by changing its tables. */
public final class Versions {

    private Versions() {}

    /** A version stored in the register. */
    public static Directive load(Office office, String version, UnaryOperator<String> rules)
            throws IOException, PackException {
        var folder = Town.emptyFolder().resolve("prc-1963");
        copy(Town.packs().resolve("prc-1963"), folder);
        change(
                folder.resolve("record.yaml"),
                text -> text.replace("version: \"1\"", "version: \"" + version + "\""));
        change(folder.resolve("rules.dmn"), rules);
        return office.register().directive(office.register().load(folder));
    }

    /** A paper for one purpose is valid for so many days, instead of 180. */
    public static UnaryOperator<String> validity(String purpose, int days) {
        return rules -> {
            var row = "<inputEntry><text>\"%s\"</text></inputEntry>".formatted(purpose);
            int at = rules.indexOf("paper-out-validity-days");
            int row0 = rules.indexOf(row, at);
            int value = rules.indexOf("<text>180</text>", row0);
            return rules.substring(0, value)
                    + "<text>"
                    + days
                    + "</text>"
                    + rules.substring(value + "<text>180</text>".length());
        };
    }

    private static void change(Path file, UnaryOperator<String> change) throws IOException {
        var before = Files.readString(file);
        var after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("nothing changed in " + file);
        }
        Files.writeString(file, after);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
