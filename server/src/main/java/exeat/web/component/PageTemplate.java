package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A whole page. */
@CheckedTemplate(basePath = "component")
public record PageTemplate(PageFrame frame, List<RawString> parts) implements TemplateInstance {}
