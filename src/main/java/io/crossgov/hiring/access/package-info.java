/** Sign-in, roles, agencies as tenants. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package io.crossgov.hiring.access;
