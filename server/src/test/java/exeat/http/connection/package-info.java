@NullMarked
package exeat.http.connection;

import org.jspecify.annotations.NullMarked;
