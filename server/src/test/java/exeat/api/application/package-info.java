@NullMarked
package exeat.api.application;

import org.jspecify.annotations.NullMarked;
