package exeat.tool.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** The language of a directive's texts in a command's output. */
public final class LanguageOption {

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description =
                    "A code such as en; English if the pack has no messages in that" + " language.")
    private String language = "en";

    public Locale locale() {
        return Locale.of(language);
    }
}
