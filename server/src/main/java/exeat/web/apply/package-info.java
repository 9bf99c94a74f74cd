/**
 * How applications come in through pages: one question a page for whoever applies, and the counter
 * for officers who enter one, or send a file of many.
 *
 * <p>Read {@code QuestionFlow} first: it works out the questions anew from what is answered. Only
 * what can still change the finding is asked, and an unfinished application is readable by its
 * writer alone.
 */
@NullMarked
package exeat.web.apply;

import org.jspecify.annotations.NullMarked;
