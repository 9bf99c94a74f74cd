/** Tests of signing in and of passwords. */
@NullMarked
package exeat.desk.auth;

import org.jspecify.annotations.NullMarked;
