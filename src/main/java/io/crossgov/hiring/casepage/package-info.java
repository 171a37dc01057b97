/** The whole of a case for people and programs: its page, its API, and the page of the list that casefile fills. */
package io.crossgov.hiring.casepage;
