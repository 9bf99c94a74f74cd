@NullMarked
package exeat.tool.office;

import org.jspecify.annotations.NullMarked;
