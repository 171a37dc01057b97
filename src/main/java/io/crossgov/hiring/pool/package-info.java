/** Talent pools and what the law says of each, qualification statements, candidates and whether they can be had. */
package io.crossgov.hiring.pool;
