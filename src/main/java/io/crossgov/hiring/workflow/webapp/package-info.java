/** Tasklist and Cockpit as they are served: their pages, scripts and sign-in, and the filters around them. */
package io.crossgov.hiring.workflow.webapp;
