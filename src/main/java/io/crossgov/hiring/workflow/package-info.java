/** Everything that touches the process engine; the only package that knows Camunda. */
package io.crossgov.hiring.workflow;
