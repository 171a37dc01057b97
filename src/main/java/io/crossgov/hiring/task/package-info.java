/** The small API between tasks of a process and the features that do the work. No engine type in it. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package io.crossgov.hiring.task;
