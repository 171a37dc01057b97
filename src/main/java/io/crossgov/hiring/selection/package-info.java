/** Steps 4 to 7: reviewing and interviewing, withdrawals, pass-overs, election, certificate review and verification of a selection. */
package io.crossgov.hiring.selection;
