package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A text to print and hand over, in the recipient's language, not the page's. */
@CheckedTemplate(basePath = "component")
public record Letter(String lang, String title, List<String> paragraphs, RawString secret)
        implements TemplateInstance {}
