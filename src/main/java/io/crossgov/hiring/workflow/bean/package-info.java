/** What the models call by name: days, clocks, counts and notices. */
package io.crossgov.hiring.workflow.bean;
