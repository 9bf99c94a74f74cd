package exeat.web.component.list;

/** Something that happened, with its time as {@code <time>} wants it and as people read it. */
public record TimelineEntry(String title, String detail, String instant, String when) {}
