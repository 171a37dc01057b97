/** Who asks, and what stands before every address: sign-in, sessions, roles, limits, filters, and the answer to what is not let in. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package io.crossgov.hiring.access;
