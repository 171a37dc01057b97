/** Talent pools, qualification statements, candidates. */
package io.crossgov.hiring.pool;
