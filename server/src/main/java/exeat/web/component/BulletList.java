package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A list of sentences. */
@CheckedTemplate(basePath = "component")
public record BulletList(List<String> items) implements TemplateInstance {}
