/** Features' forms behind user tasks and start events: shown, read, kept as drafts, submitted; and forms drawn in the Modeler. */
package io.crossgov.hiring.workflow.form;
