package exeat.web.component.form;

import java.util.List;

/**
 * What every form carries.
 *
 * @param id by which a button elsewhere on the page belongs to it; empty for none
 * @param csrf the session's own token: without it nothing is taken
 * @param key the idempotency key: sent twice, the form acts once
 * @param look of its button: {@code warning} where it ends something, {@code secondary} where it is
 *     not the way on, else empty
 * @param file whether it sends a file
 * @param ways other buttons, which send the form with {@code go} as their value
 */
public record FormHead(
        String id,
        String action,
        String csrf,
        String key,
        String button,
        String look,
        boolean file,
        List<ChoiceOption> ways) {}
