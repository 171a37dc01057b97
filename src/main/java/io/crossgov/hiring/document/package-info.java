/** Uploaded files: checked by content, kept in the database, handed out as attachments, each reading recorded. */
package io.crossgov.hiring.document;
