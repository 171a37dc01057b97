/** The rules of the models, looked at before they are deployed, and the deployment. */
package io.crossgov.hiring.workflow.model;
