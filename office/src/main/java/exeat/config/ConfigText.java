package exeat.config;

import java.util.ArrayList;
import java.util.List;

/** The settings as text: a file to start from, and a table for the guide. */
public final class ConfigText {

    private static final int WIDTH = 96;

    private ConfigText() {}

    /** A complete file with all default values. */
    public static String file() {
        var lines = new ArrayList<String>();
        lines.add(
                "# Exeat's settings, each with its default value: change what you need and delete"
                        + " the rest.");
        lines.add(
                "# Relative paths start from the folder of this file. Pass the file with"
                        + " --config; options on");
        lines.add("# the command line override it. Check it with: ./exeat config check FILE");
        var section = "";
        for (var setting : SettingOrder.ALL) {
            lines.add("");
            if (!setting.section().equals(section)) {
                section = setting.section();
                comment(lines, "", SettingSections.ALL.getOrDefault(section, ""));
                lines.add(section + ":");
            }
            var indent = section.isEmpty() ? "" : "  ";
            comment(lines, indent, setting.words());
            comment(lines, indent, "Must be " + setting.shape().words() + ".");
            var value = setting.otherwise().isEmpty() ? "\"\"" : setting.otherwise();
            lines.add(indent + setting.name() + ": " + value);
        }
        return String.join("\n", lines) + "\n";
    }

    /** A row for each setting, in Markdown. */
    public static String table() {
        var lines = new ArrayList<String>();
        lines.add("| setting | must be | otherwise | what it does |");
        lines.add("|---|---|---|---|");
        for (var setting : SettingOrder.ALL) {
            lines.add(
                    "| `%s` | %s | %s | %s |"
                            .formatted(
                                    setting.key(),
                                    setting.shape().words(),
                                    setting.otherwise().isEmpty()
                                            ? ""
                                            : "`" + setting.otherwise() + "`",
                                    setting.words()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void comment(List<String> lines, String indent, String text) {
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (indent.length() + line.length() + word.length() + 3 > WIDTH && !line.isEmpty()) {
                lines.add(indent + "# " + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(indent + "# " + line);
    }
}
