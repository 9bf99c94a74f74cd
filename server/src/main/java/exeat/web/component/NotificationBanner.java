package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What just happened. */
@CheckedTemplate(basePath = "component")
public record NotificationBanner(String title, String text) implements TemplateInstance {}
