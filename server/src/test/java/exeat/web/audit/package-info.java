/** What auditors are told, in every language. */
@NullMarked
package exeat.web.audit;

import org.jspecify.annotations.NullMarked;
