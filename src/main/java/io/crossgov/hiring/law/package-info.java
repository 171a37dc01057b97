/**
 * The values in which the law speaks of pools and people, and the law of selection (L11 to L18): who stands on a case's referral list and
 * why, and what an agency may do with each of them. Pure functions over immutable values, one class a rule; no engine, no database, no
 * clock: dates are arguments.
 */
package io.crossgov.hiring.law;
