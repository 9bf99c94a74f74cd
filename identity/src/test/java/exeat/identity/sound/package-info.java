@NullMarked
package exeat.identity.sound;

import org.jspecify.annotations.NullMarked;
