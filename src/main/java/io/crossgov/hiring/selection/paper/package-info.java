/** Whose own word a paper is: one candidate's, in all cases of the agency that has it on file. */
package io.crossgov.hiring.selection.paper;
