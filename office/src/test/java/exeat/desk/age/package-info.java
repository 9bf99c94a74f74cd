/** An office years old: made, loaded, driven and measured. */
@NullMarked
package exeat.desk.age;

import org.jspecify.annotations.NullMarked;
