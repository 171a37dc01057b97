/** The hiring case: position description, vacancy, Form A, Form B, freeze, RPL, access, closing (steps 1 to 3). */
package io.crossgov.hiring.casefile;
