package io.crossgov.hiring.workflow.engine;

/** Marks the beans that expressions in models may reach; their bean names are part of the models' vocabulary. */
public interface ModelBean {}
