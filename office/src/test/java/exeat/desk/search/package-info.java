/** Tests of finding a person: what is found, by whom, and that a claim changes no answer. */
@NullMarked
package exeat.desk.search;

import org.jspecify.annotations.NullMarked;
