/** Certificates made for tests, among them such as no authority would make. */
@NullMarked
package exeat.papers.trust;

import org.jspecify.annotations.NullMarked;
