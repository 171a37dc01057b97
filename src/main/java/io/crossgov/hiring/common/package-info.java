/** The words every feature shares: case and announcement numbers, refusals, federal business days. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package io.crossgov.hiring.common;
