package exeat.web.component.list;

/** An event, with its time as {@code <time>} needs it and as people read it. */
public record TimelineEntry(String title, String detail, String instant, String when) {}
