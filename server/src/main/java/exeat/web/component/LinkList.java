package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Links, one per line. */
@CheckedTemplate(basePath = "component")
public record LinkList(List<Link> links) implements TemplateInstance {}
