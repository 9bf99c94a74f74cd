/**
 * The ways in and out: the first page, signing in for people and for officers, and one's own
 * sessions and password.
 *
 * <p>Read {@code SignInPages} first. Every failure to sign in looks alike, and what somebody had
 * typed when their session ended waits in the page, nowhere on the server.
 */
@NullMarked
package exeat.web.session;

import org.jspecify.annotations.NullMarked;
