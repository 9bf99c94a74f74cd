package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A collapsed section. */
@CheckedTemplate(basePath = "component")
public record Details(String summary, List<RawString> inner) implements TemplateInstance {}
