/** Who may do what in the engine: its users, groups, passwords and rights, and the ready-made task lists. */
package io.crossgov.hiring.workflow.people;
