/**
 * Keys and sealing: the office's secrets, master keys, the key of the log (Ed25519, RFC 8032), and
 * the vault that seals what is personal (AES-256-GCM).
 *
 * <p>Begin with {@code Vault}. Nothing here touches the database.
 */
@NullMarked
package exeat.store.key;

import org.jspecify.annotations.NullMarked;
