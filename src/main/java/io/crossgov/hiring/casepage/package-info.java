/** The whole of a case for people and programs: its page, its list, its API. */
package io.crossgov.hiring.casepage;
