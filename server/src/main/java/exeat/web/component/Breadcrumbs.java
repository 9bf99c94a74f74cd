package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The path to this page; the last link is the page itself. */
@CheckedTemplate(basePath = "component")
public record Breadcrumbs(String label, List<Link> links) implements TemplateInstance {}
