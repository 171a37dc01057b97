package io.crossgov.hiring.workflow;

/** Marks the beans that expressions in models may reach; their bean names are part of the models' vocabulary. */
interface ModelBean {}
