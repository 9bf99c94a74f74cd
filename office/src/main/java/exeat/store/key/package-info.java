/**
 * Keys and sealing: the office's secrets, master keys, the key of the log, and the vault that seals
 * what is personal.
 *
 * <p>Begin with {@code Vault}. Nothing here touches the database. AES-256-GCM; Ed25519 as in RFC
 * 8032.
 */
@NullMarked
package exeat.store.key;

import org.jspecify.annotations.NullMarked;
