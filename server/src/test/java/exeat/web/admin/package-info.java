/**
 * What administrators' pages say, without a server. Each text is asked for in every language. The
 * pages themselves are opened by the tests one package above.
 */
@NullMarked
package exeat.web.admin;

import org.jspecify.annotations.NullMarked;
