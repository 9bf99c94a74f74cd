package exeat.desk.auth;

import exeat.casework.command.Actor;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.key.Vault;
import java.util.Base64;
import java.util.Optional;

/**
 * What somebody typed, encrypted so that it can stay in a page while they sign in again, or the
 * place up to which they have read a list. Nobody else who signs in at that browser can decrypt it,
 * and the page does not show it. Nothing is stored on the server.
 */
public final class TypedText {

    private static final String ABOUT = "typed by ";

    private final Vault vault;

    private TypedText(Vault vault) {
        this.vault = vault;
    }

    public static TypedText of(Infrastructure in) {
        return new TypedText(in.vault());
    }

    /** A pseudonym for a session's user, the same in all their sessions; empty for nobody. */
    public String owner(Session session) {
        return switch (session.actor()) {
            case Actor.Officer officer -> pseudonym("officer " + officer.id().text());
            case Actor.Auditor auditor -> pseudonym("auditor " + auditor.id().text());
            case Actor.Administrator one -> pseudonym("administrator " + one.id().text());
            case Actor.Party(var id, var no) -> pseudonym("party " + id.key() + " " + no);
            case Actor.Stranger _, Actor.Clock _ -> "";
        };
    }

    private String pseudonym(String who) {
        return vault.keyed("typed by", who).hex();
    }

    /** Seals a text for its owner; letters, digits, - and _ alone. */
    public String seal(String owner, String text) {
        var sealed = vault.sealText(ABOUT + owner, text).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The text, for the person who typed it; empty for anybody else, and for text that was not
     * sealed here.
     */
    public Optional<String> open(Session session, String sealed) {
        var owner = owner(session);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        try {
            var bytes = Bytes.of(Base64.getUrlDecoder().decode(sealed));
            return Optional.of(vault.openText(ABOUT + owner, bytes));
        } catch (IllegalArgumentException | OfficeException anothers) {
            return Optional.empty();
        }
    }
}
