package io.crossgov.hiring.task;

/**
 * A form to which nothing has to be added: what completing its task without opening it says and does.
 *
 * @param inWords a sentence with all that the answers say, for who is about to give them
 * @param answers the form's answers, as they are sent
 */
public record AsItStands(String inWords, Record answers) {}
