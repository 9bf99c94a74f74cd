/** Tests of reports and issues. */
@NullMarked
package exeat.desk.report;

import org.jspecify.annotations.NullMarked;
