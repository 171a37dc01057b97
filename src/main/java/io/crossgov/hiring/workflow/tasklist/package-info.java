/** Open tasks as people ask for them: lists, what comes next, one task, and why one is gone. */
package io.crossgov.hiring.workflow.tasklist;
