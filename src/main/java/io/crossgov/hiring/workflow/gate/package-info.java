/** What stands in front of the engine's API: what may be asked, by whom, and the answer to what is refused. */
package io.crossgov.hiring.workflow.gate;
