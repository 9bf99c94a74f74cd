package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A part of the page, scrollable or shown as a card. */
@CheckedTemplate(basePath = "component")
public record Section(String title, String id, List<RawString> inner) implements TemplateInstance {}
