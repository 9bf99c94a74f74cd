package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A whole page that says why a request failed, the same for everybody. */
@CheckedTemplate(basePath = "component")
public record FailureFrame(
        String lang, String script, String style, String title, String text, String start)
        implements TemplateInstance {}
