/** Step 8: tentative and final offer, pre-employment, entry on duty, declination and the scope of a withdrawal (L9). */
@org.springframework.modulith.ApplicationModule
package io.crossgov.hiring.offer;
