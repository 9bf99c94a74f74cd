/**
 * The start page, signing in and out for travellers and officers, and a user's own sessions and
 * password.
 *
 * <p>Read {@code SignInPages} first. All failed sign-ins look the same, and what somebody had typed
 * when their session ended is kept in the page, not on the server.
 */
@NullMarked
package exeat.web.session;

import org.jspecify.annotations.NullMarked;
