/**
 * Signing in: officers, travellers, auditors and the clock, passwords and the second factor (RFC
 * 6238), and the officers' accounts.
 *
 * <p>Begin with {@code Authentication}. Every failure looks alike to the caller, and nothing here
 * knows a case.
 */
@NullMarked
package exeat.desk.auth;

import org.jspecify.annotations.NullMarked;
