@NullMarked
package exeat.web.report;

import org.jspecify.annotations.NullMarked;
