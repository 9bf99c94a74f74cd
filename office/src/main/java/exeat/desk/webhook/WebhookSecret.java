package exeat.desk.webhook;

import exeat.store.Bytes;
import exeat.store.key.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that a subscriber shares with the office, and what it signs (Standard Webhooks: {@code
 * v1}, HMAC-SHA-256 over id, time and body). It is made from the office's keys and stored nowhere.
 */
final class WebhookSecret {

    private static final String PREFIX = "whsec_";

    private final Bytes key;

    private WebhookSecret(Bytes key) {
        this.key = key;
    }

    static WebhookSecret of(Vault vault, UUID webhook, int generation) {
        return new WebhookSecret(vault.keyed("webhook", webhook + "\0" + generation));
    }

    /** As it is shown once. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key.array());
    }

    /** One signature of a {@code webhook-signature}. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.array(), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
