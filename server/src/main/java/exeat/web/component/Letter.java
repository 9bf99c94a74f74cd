package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** What is printed and handed to somebody, in their language and not in the page's. */
@CheckedTemplate(basePath = "component")
public record Letter(String lang, String title, List<String> paragraphs, RawString secret)
        implements TemplateInstance {}
