/** Steps 1 to 3, and what follows from them: a case is opened, position description, Form A, Form B, freeze, RPL, access; own employees are told. */
package io.crossgov.hiring.request;
