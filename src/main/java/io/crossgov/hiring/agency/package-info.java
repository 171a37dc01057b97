/** Agencies, their policies, their people, and who signed in when. OPM staff change all of it but people's own passwords. */
package io.crossgov.hiring.agency;
