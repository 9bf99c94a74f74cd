package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A banner that says what was just done. */
@CheckedTemplate(basePath = "component")
public record NotificationBanner(String title, String text) implements TemplateInstance {}
