/**
 * Administrators' pages: the state of the office, accounts, and what two of them agree to.
 *
 * <p>Nothing here shows a case or a traveller. {@code exeat.desk.auth.Administration} decides what
 * an administrator may do, and the database looks again; decision 194 says why.
 */
@NullMarked
package exeat.web.admin;

import org.jspecify.annotations.NullMarked;
