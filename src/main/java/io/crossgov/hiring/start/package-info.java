/** The start page with its shortcuts, the page of the rules, and the description of the API. */
package io.crossgov.hiring.start;
