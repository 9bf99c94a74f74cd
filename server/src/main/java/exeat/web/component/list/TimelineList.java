package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Events, newest first. */
@CheckedTemplate(basePath = "component")
public record TimelineList(List<TimelineEntry> steps) implements TemplateInstance {}
