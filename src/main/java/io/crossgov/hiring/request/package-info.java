/** The request for a talent pool: a case is opened, position description, Form A, Form B, freeze, RPL, access (steps 1 to 3). */
package io.crossgov.hiring.request;
