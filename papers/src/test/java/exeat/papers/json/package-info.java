/** The samples of RFC 8785, and an independent library that must write the same bytes. */
@NullMarked
package exeat.papers.json;

import org.jspecify.annotations.NullMarked;
