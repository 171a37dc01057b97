/** What every feature shares: values such as case numbers, refusals and how they are answered, how what is sent is read, legal days. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package io.crossgov.hiring.common;
