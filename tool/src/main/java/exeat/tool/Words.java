package exeat.tool;

import java.util.Locale;
import picocli.CommandLine.Option;

/** In which language a command speaks of a directive. */
final class Words {

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "en, zh, ko; English where the pack has no words in it.")
    private String language = "en";

    Locale locale() {
        return Locale.of(language);
    }
}
