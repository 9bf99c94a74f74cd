package exeat.tool.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/** Finds unknown commands. The parser would overlook one together with a request for help. */
public final class UnknownCommand {

    private UnknownCommand() {}

    /** The error, with the nearest known command; empty if all are known. */
    public static Optional<String> in(CommandLine main, String... arguments) {
        var group = main;
        for (var argument : arguments) {
            var known = group.getSubcommands();
            if (known.isEmpty() || argument.startsWith("-")) {
                return Optional.empty();
            }
            var command = known.get(argument);
            if (command == null) {
                return Optional.of(says(group, argument));
            }
            group = command;
        }
        return Optional.empty();
    }

    private static String says(CommandLine group, String typed) {
        var name = group.getCommandSpec().qualifiedName();
        return "%s: there is no command %s; the nearest is %s. See %s --help."
                .formatted(name, typed, nearest(typed, group.getSubcommands().keySet()), name);
    }

    private static String nearest(String typed, Collection<String> known) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(wanted, name)))
                .orElseThrow();
    }

    /** How many letters must be added, left out or changed to get from one word to the other. */
    private static int distance(String from, String to) {
        var above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = above[0];
            above[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.min(changed, Math.min(above[j], above[j - 1]) + 1);
            }
        }
        return above[to.length()];
    }
}
