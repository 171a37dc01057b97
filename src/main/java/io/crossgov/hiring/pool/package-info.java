/** Talent pools, qualification statements, candidates, the certificate window. */
package io.crossgov.hiring.pool;
