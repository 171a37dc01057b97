/** How the log is written, whoever writes to it: one line a message, and no values of people's in what a failure says. */
package io.crossgov.hiring.log;
