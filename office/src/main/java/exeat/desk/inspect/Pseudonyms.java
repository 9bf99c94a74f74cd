package exeat.desk.inspect;

import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.store.Bytes;
import exeat.store.key.Vault;
import java.util.Locale;

/**
 * Replacement names, constant within one audit and different in another. They are derived from the
 * auditor's account with a key that only the office has, so that nobody can test names against
 * them.
 */
final class Pseudonyms {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private static final int LETTERS = 8;

    private final Vault vault;
    private final String audit;

    Pseudonyms(Vault vault, OfficerId auditor) {
        this.vault = vault;
        this.audit = "audit " + auditor.text();
    }

    String file(CaseId id) {
        return "File " + word("file", id.key());
    }

    String person(CaseId id, TravellerNo no) {
        return "Person " + word("person", id.key() + "#" + no.number());
    }

    String officer(OfficerId id) {
        return "Officer " + word("officer", id.text());
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
