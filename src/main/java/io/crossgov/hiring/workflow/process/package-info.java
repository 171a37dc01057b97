/** What happens in features, told to running processes, and the ends and timers of these told to features. */
package io.crossgov.hiring.workflow.process;
