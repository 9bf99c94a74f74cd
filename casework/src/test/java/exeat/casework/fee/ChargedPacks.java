package exeat.casework.fee;

import static java.nio.charset.StandardCharsets.UTF_8;

import exeat.casework.World;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.source.PackException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The pack of 1963 as it would be if it took a fee of whoever settles or goes on a trip. */
public final class ChargedPacks {

    public static final int FEE = 40;

    /** Nothing waits for it. */
    public static final Directive CHARGED = charged("1", FEE, "");

    /** The paper waits for it. */
    public static final Directive BEFORE_ISSUE = charged("1", FEE, ", before: issue");

    private ChargedPacks() {}

    /**
     * Another version.
     *
     * @param step what waits for the payment, as its record says it; empty for nothing
     */
    public static Directive charged(String version, int fee, String step) {
        return with(
                version, fee, "\nfees: {currency: CNY, paragraph: \"3.2\"%s}\n".formatted(step));
    }

    /** A version whose table names a fee, and which says nothing of how it is taken. */
    public static Directive silent(int fee) {
        return with("1", fee, "");
    }

    private static Directive with(String version, int fee, String terms) {
        try {
            var files = new HashMap<>(Pack.files(World.folder("directives/prc-1963")));
            files.keySet().removeIf(file -> file.startsWith("versions/"));
            change(
                    files,
                    "record.yaml",
                    "version: \"[^\"]*\"",
                    "version: \"%s\"".formatted(version));
            add(files, "record.yaml", terms);
            for (var row : new String[] {"paper-to-settle", "paper-for-a-trip"}) {
                change(
                        files,
                        "rules.dmn",
                        "(<rule id=\""
                                + row
                                + "\">(?:(?!</rule>)[^\\x00])*?<outputEntry><text>"
                                + "[0-9]+</text></outputEntry>\\s*<outputEntry><text>[a-z]+</text>"
                                + "</outputEntry>\\s*<outputEntry><text>[0-9]+</text></outputEntry>"
                                + "\\s*<outputEntry><text>)0",
                        "$1" + fee);
            }
            if (!terms.isEmpty()) {
                files.keySet().stream()
                        .filter(file -> file.matches("messages_.+[.]properties"))
                        .toList()
                        .forEach(file ->
                                add(
                                        files,
                                        file,
                                        "fee.for=The form and the paper\nfee.pay=At the counter\n"));
            }
            return Pack.read("prc-1963", files);
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void change(Map<String, byte[]> files, String file, String what, String to) {
        var found = Pattern.compile(what).matcher(new String(files.get(file), UTF_8));
        if (!found.find()) {
            throw new IllegalStateException(file + " has no " + what);
        }
        files.put(file, found.replaceFirst(to).getBytes(UTF_8));
    }

    private static void add(Map<String, byte[]> files, String file, String more) {
        var text = new String(files.get(file), UTF_8);
        files.put(file, (text.stripTrailing() + "\n" + more).getBytes(UTF_8));
    }
}
