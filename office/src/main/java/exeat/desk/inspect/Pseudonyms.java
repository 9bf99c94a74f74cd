package exeat.desk.inspect;

import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.store.Bytes;
import exeat.store.key.Vault;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replacement names, addresses and blinds, constant within one audit and different in another. They
 * are derived from the auditor's account with a key that only the office has, so that nobody can
 * test names against them.
 */
final class Pseudonyms {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private static final int LETTERS = 8;
    private static final int BLOCK = 16;

    private final Vault vault;
    private final String audit;

    Pseudonyms(Vault vault, OfficerId auditor) {
        this.vault = vault;
        this.audit = "audit " + auditor.text();
    }

    AuditName file(CaseId id) {
        return new AuditName(AuditName.Kind.FILE, word("file", id.key()));
    }

    AuditName person(CaseId id, TravellerNo no) {
        return new AuditName(AuditName.Kind.PERSON, word("person", id.key() + "#" + no.number()));
    }

    AuditName officer(OfficerId id) {
        return new AuditName(AuditName.Kind.OFFICER, word("officer", id.text()));
    }

    FileAddress address(CaseId id) {
        return new FileAddress(block(Cipher.ENCRYPT_MODE, id.value()));
    }

    /** The case at an address; one that is at none has an id that no case has. */
    CaseId at(FileAddress address) {
        return new CaseId(block(Cipher.DECRYPT_MODE, address.value()));
    }

    /** With this before it, a leaf of the log is committed to and not told. */
    Bytes blind(Bytes leaf) {
        return vault.keyed(audit, "leaf\0" + leaf.hex());
    }

    /** An id is one block, so that this is the cipher's permutation itself: no two ids meet. */
    private UUID block(int mode, UUID of) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            var key = new SecretKeySpec(vault.keyed(audit, "address").array(), "AES");
            cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK]));
            var in =
                    ByteBuffer.allocate(BLOCK)
                            .putLong(of.getMostSignificantBits())
                            .putLong(of.getLeastSignificantBits());
            var out = ByteBuffer.wrap(cipher.doFinal(in.array()));
            return new UUID(out.getLong(), out.getLong());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String word(String kind, String of) {
        Bytes keyed = vault.keyed(audit, kind + "\0" + of);
        var text = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            text.append(i == LETTERS / 2 ? "-" : "")
                    .append(ALPHABET.charAt((keyed.array()[i] & 0xff) % ALPHABET.length()));
        }
        return text.toString().toUpperCase(Locale.ROOT);
    }
}
