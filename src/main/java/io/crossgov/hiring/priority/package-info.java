/** The first days of a pool, reserved for named agencies, and their extension (L10). */
package io.crossgov.hiring.priority;
