package exeat.web.component.form;

import java.util.List;

/**
 * The common parts of every form.
 *
 * @param id for a button elsewhere on the page that belongs to the form; empty for none
 * @param csrf the session's token, without which the form is rejected
 * @param key the idempotency key, so that a form sent twice acts once
 * @param look of its button: {@code warning} if it ends something, {@code secondary} if it is not
 *     the main action, else empty
 * @param file whether it uploads a file
 * @param beside buttons of equal use, which send the form with their value as {@code go}
 * @param ways further buttons, which send the form with their value as {@code go}
 */
public record FormHead(
        String id,
        String action,
        String csrf,
        String key,
        String button,
        String look,
        boolean file,
        List<ChoiceOption> beside,
        List<ChoiceOption> ways) {}
