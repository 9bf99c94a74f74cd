package exeat.rules.source;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record is called where it is stored, and what each of its components is called there. None
 * of these names is ever changed or given again, whatever the record is called in Java.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredAs {

    /** The record's own name; empty where a catalogue gives it one, as for events. */
    String name() default "";

    /** The names of the components, in their order. */
    String[] fields();
}
