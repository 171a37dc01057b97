/** The engine as everybody here uses it: as whom, on which clock, with which variables, and what it says when it refuses. */
package io.crossgov.hiring.workflow.engine;
