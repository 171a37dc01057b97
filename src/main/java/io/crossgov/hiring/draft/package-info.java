/** What a person has entered and not sent yet: kept for that person alone, until the work is done. */
package io.crossgov.hiring.draft;
