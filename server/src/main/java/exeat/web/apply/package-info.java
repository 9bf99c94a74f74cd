/**
 * Pages for applying: one question on each page for applicants, and the counter for officers who
 * enter an application or upload a file of them.
 *
 * <p>Read {@code QuestionFlow} first: it recomputes the questions from the answers so far. Only
 * what can still change the finding is asked, and only its author can read an unfinished
 * application.
 */
@NullMarked
package exeat.web.apply;

import org.jspecify.annotations.NullMarked;
