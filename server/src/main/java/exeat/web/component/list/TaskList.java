package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Things to do, each with where it stands. */
@CheckedTemplate(basePath = "component")
public record TaskList(List<TaskItem> tasks) implements TemplateInstance {}
