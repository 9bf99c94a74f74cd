/**
 * The start page, signing in and out for travellers and officers, and a user's own sessions and
 * password.
 *
 * <p>Read {@code SignInPages} first. Every failure to sign in looks alike, and what somebody had
 * typed when their session ended waits in the page, nowhere on the server.
 */
@NullMarked
package exeat.web.session;

import org.jspecify.annotations.NullMarked;
