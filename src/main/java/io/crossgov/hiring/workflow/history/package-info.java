/** What the engine keeps of what has happened, and how long: as much as is read here. The record of a case is the features' own. */
package io.crossgov.hiring.workflow.history;
