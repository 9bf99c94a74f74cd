package exeat.web.part;

/**
 * What every form carries.
 *
 * @param csrf the session's own token: without it nothing is taken
 * @param key the idempotency key: sent twice, the form acts once
 * @param danger whether its button ends something
 * @param file whether it sends a file
 */
public record FormHead(
        String action, String csrf, String key, String button, boolean danger, boolean file) {}
