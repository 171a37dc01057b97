/** The start page: what this is, who may try it, and where things are. */
package io.crossgov.hiring.start;
