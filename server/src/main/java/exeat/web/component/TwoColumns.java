package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Two columns if there is room; on a phone, one below the other. */
@CheckedTemplate(basePath = "component")
public record TwoColumns(List<RawString> left, List<RawString> right) implements TemplateInstance {}
