/** How candidates come into a pool: files are read, checked, told who is whom, taken whole or not at all. */
package io.crossgov.hiring.intake;
