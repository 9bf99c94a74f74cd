package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Tasks, each with its status. */
@CheckedTemplate(basePath = "component")
public record TaskList(List<TaskItem> tasks) implements TemplateInstance {}
