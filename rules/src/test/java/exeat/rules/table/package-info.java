/** Tests of single tables: answers, search and memory. */
@NullMarked
package exeat.rules.table;

import org.jspecify.annotations.NullMarked;
