/** The application, and what happens before its port opens: settings are judged, the database is looked at, failures are told in a sentence. */
package io.crossgov.hiring;
