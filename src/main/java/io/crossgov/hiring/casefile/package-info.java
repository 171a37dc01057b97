/** The hiring case: where it stands, its position, vacancies and decisions, its search and its end. */
package io.crossgov.hiring.casefile;
