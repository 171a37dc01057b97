/** Candidates who ask to leave the pool, and so withdraw from all agencies: what an agency puts on record, and what OPM decides of it. */
package io.crossgov.hiring.leaving;
