package io.crossgov.hiring.access;

/**
 * A person as far as signing in is concerned.
 *
 * @param passwordMark changes with the password and tells nothing of it: a session that began with another is over
 * @param oneTimePassword whether the password is somebody else's gift, good only for choosing one's own
 */
public record Account(Actor actor, String passwordMark, boolean oneTimePassword) {}
