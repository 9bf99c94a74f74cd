package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Paragraphs. */
@CheckedTemplate(basePath = "component")
public record Paragraphs(List<String> paragraphs) implements TemplateInstance {}
