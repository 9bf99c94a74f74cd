package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A whole page that says why a request failed, the same for everybody.
 *
 * @param training empty or one
 */
@CheckedTemplate(basePath = "component")
public record FailureFrame(
        String lang,
        String script,
        String style,
        String title,
        List<String> texts,
        String start,
        String protection,
        List<PageFrame.TrainingNotice> training)
        implements TemplateInstance {}
