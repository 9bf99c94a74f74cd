package exeat.web.kit;

import exeat.http.FailurePage;
import exeat.http.TrainingMode;
import exeat.web.component.FailureFrame;
import exeat.web.style.Assets;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pages for requests that fail before anybody reads them: one for each status and language, without
 * a session, a form or a cookie.
 */
@Singleton
final class FailurePages implements FailurePage {

    /** What was rendered, by language and message; never more than both are. */
    private final Map<String, String> rendered = new ConcurrentHashMap<>();

    private final Assets assets;
    private final TrainingMode training;

    FailurePages(Assets assets, TrainingMode training) {
        this.assets = assets;
        this.training = training;
    }

    @Override
    public String html(RoutingContext request, int status) {
        var words = words(request);
        var key = key(words, status);
        return rendered.computeIfAbsent(
                words.lang() + " " + key + training.isOn(),
                _ -> html(words, key, List.of(words.say(key + ".text"))));
    }

    @Override
    public String tooLarge(RoutingContext request, String page, String file) {
        var words = words(request);
        var limit = words.say("fault.413.limit", page, file);
        return rendered.computeIfAbsent(
                words.lang() + " " + limit + training.isOn(),
                _ -> html(words, "fault.413", List.of(words.say("fault.413.text"), limit)));
    }

    private String html(PageTexts words, String key, List<String> texts) {
        return new FailureFrame(
                        words.lang(),
                        words.script(),
                        assets.style(),
                        words.say(key + ".title"),
                        texts,
                        words.say("fault.start"),
                        words.say("shell.protection"),
                        Page.training(words, training))
                .render();
    }

    /** The message for a status; the text of 429 names minutes, which nobody has counted here. */
    static String key(PageTexts words, int status) {
        if (words.has("fault." + status + ".title") && status != 429) {
            return "fault." + status;
        }
        return status == 429 ? "fault.503" : status < 500 ? "fault.422" : "fault.500";
    }

    private static PageTexts words(RoutingContext request) {
        return PageTexts.of(RequestContext.accepted(request, PageTexts.LANGUAGES));
    }
}
