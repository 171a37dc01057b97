/** The first days of a pool, reserved for named agencies, and their extension (L10); "priority" as the tasks and tables call it. */
package io.crossgov.hiring.reserved;
