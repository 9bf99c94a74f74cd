/** The published specimens of Doc 9303, random zones written and read, and every kind of fault. */
@NullMarked
package exeat.papers.mrz;

import org.jspecify.annotations.NullMarked;
