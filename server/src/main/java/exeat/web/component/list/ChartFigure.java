package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

/** A chart, with a table of its figures below it. */
@CheckedTemplate(basePath = "component")
public record ChartFigure(String title, RawString svg, RawString table)
        implements TemplateInstance {}
