/** Tests of the integrity audit, with what an administrator could do. */
@NullMarked
package exeat.desk.audit;

import org.jspecify.annotations.NullMarked;
