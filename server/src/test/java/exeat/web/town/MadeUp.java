package exeat.web.town;

import com.fasterxml.jackson.core.JsonFactory;
import com.microsoft.playwright.Page;
import exeat.json.FactJson;
import exeat.rules.Pack;
import exeat.rules.SampleAnswers;
import exeat.rules.fact.FactName;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the people made up here answer under the directive of 1963, beside their story. */
public final class MadeUp {

    public static final SampleAnswers ANSWERS = read();

    private static final String QUESTION = "/fact-";

    private MadeUp() {}

    private static SampleAnswers read() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var folder = Path.of(root, "directives", "prc-1963");
        try {
            return SampleAnswers.read(folder, Pack.read(folder));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The facts that somebody with this story states, as a JSON object. */
    public static String json(Map<String, String> story) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            for (var fact : ANSWERS.facts(ANSWERS.beside(story)).values().entrySet()) {
                json.writeFieldName(fact.getKey().text());
                FactJson.value(json, fact.getValue());
            }
            json.writeEndObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString();
    }

    /** Answers the questions about facts, page after page, as somebody with this story. */
    public static void answer(Page page, Map<String, String> story, Runnable look) {
        for (var text = said(page, story); text.isPresent(); text = said(page, story)) {
            look.run();
            var field = page.url().substring(page.url().lastIndexOf('/') + 1);
            var choice = page.locator("main input[type=radio][value='" + text.get() + "']");
            if (choice.count() > 0) {
                choice.check();
            } else {
                page.fill("#" + field, text.get());
            }
            Browser.next(page);
        }
    }

    /** Answers those questions that no story of these tests is about. */
    public static void answerOthers(Page page) {
        answer(page, Map.of(), () -> {});
    }

    /** The answer to the question on the page; empty if the page asks none or nobody has one. */
    private static Optional<String> said(Page page, Map<String, String> story) {
        int at = page.url().indexOf(QUESTION);
        return at < 0
                ? Optional.empty()
                : ANSWERS.beside(story).entrySet().stream()
                        .filter(fact ->
                                new FactName(fact.getKey())
                                        .slug()
                                        .equals(page.url().substring(at + QUESTION.length())))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }
}
