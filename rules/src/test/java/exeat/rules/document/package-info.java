/** Tests of records as archives hand them out. */
@NullMarked
package exeat.rules.document;

import org.jspecify.annotations.NullMarked;
