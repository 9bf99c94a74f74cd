package exeat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of trying, as a table to read, and as the one that is written down. */
record RightsTable(Map<String, Map<Who, May>> calls, Map<String, Map<Who, May>> pages) {

    /** What somebody is answered. */
    enum May {
        YES("yes"),
        /** They may: and are told what is missing, or that it is not the time. */
        NOT_NOW("yes"),
        NO("-"),
        SIGN_IN(""),
        /** What nobody is to be answered. */
        FAULT("fault");

        private final String word;

        May(String word) {
            this.word = word;
        }

        static May ofCall(int status) {
            return switch (status) {
                case 200, 201, 202, 204 -> YES;
                case 400, 406, 409, 410, 415, 422 -> NOT_NOW;
                case 403, 404 -> NO;
                case 401 -> SIGN_IN;
                default -> FAULT;
            };
        }

        static May ofPage(int status, @Nullable String location) {
            if (status == 303) {
                boolean toSignIn =
                        Set.of("/sign-in", "/officer").contains(path(Objects.toString(location)));
                return toSignIn ? SIGN_IN : YES;
            }
            return ofCall(status);
        }

        private static String path(String location) {
            return location.replaceFirst("^https?://[^/]*", "");
        }
    }

    private static final String HEAD =
            """
            # Who may do what

            A test writes this page (`RightsIT` in `server`): it tries every call of the API and every page as every
            kind of user, on a case at the stage that the call is for. `./exeat golden` rewrites it; a difference is
            a change of somebody's rights and must be reviewed as one. For the roles of the database see
            [rights-database.md](rights-database.md).

            *yes*: it is done or shown, or the answer says what is missing or that it is too early. *-*: forbidden
            or not found; both look the same, so that nobody learns whether it exists. Empty: sign in first. A row
            with a star needs more than such a case (an open question, an issue, a minor): here it is tried on
            something that does not exist, and other tests try it as those who may. How much of a case each user
            sees is decided by `Disclosure`, not by this table.

            | column | who |
            |---|---|
            """;

    Set<String> rowsThatNobodyMay() {
        return Stream.concat(calls.entrySet().stream(), pages.entrySet().stream())
                .filter(row ->
                        row.getValue().values().stream()
                                .allMatch(may -> may == May.NO || may == May.SIGN_IN))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Set<String> faults() {
        return Stream.concat(calls.entrySet().stream(), pages.entrySet().stream())
                .filter(row -> row.getValue().containsValue(May.FAULT))
                .map(row -> row.getKey() + " " + row.getValue())
                .collect(Collectors.toSet());
    }

    /** Compares with what is written down, or writes it down. */
    void hold() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var file = Path.of(root, "docs", "rights.md");
        var text =
                HEAD
                        + Who.legend()
                        + "\n## Calls\n\n"
                        + table(calls)
                        + "\n## Pages\n\n"
                        + table(pages);
        try {
            if ("write".equals(System.getProperty("exeat.golden"))) {
                Files.writeString(file, text);
            }
            assertThat(Files.readString(file))
                    .as("docs/rights.md: run exeat golden, then read the difference")
                    .isEqualTo(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String table(Map<String, Map<Who, May>> rows) {
        var head =
                "| | "
                        + Arrays.stream(Who.values())
                                .map(Who::title)
                                .collect(Collectors.joining(" | "))
                        + " |\n|---|"
                        + "---|".repeat(Who.values().length)
                        + "\n";
        return rows.entrySet().stream()
                .map(row ->
                        "| `"
                                + row.getKey()
                                + "`"
                                + mark(row.getKey())
                                + " | "
                                + cells(row.getValue())
                                + " |\n")
                .sorted()
                .collect(Collectors.joining("", head, ""));
    }

    private static String mark(String row) {
        return PageRoute.NEEDS_MORE.contains(row) ? " *" : "";
    }

    private static String cells(Map<Who, May> row) {
        return Arrays.stream(Who.values())
                .map(who -> Objects.requireNonNull(row.get(who)).word)
                .collect(Collectors.joining(" | "));
    }
}
