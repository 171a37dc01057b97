/** Agencies, their policies, their people. Only OPM staff change them. */
package io.crossgov.hiring.agency;
